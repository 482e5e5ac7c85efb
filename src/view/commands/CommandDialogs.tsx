import { useStore } from 'zustand'
import { commandDialogs } from './commandDialogs'
import { KeysDialog } from './KeysDialog'
import { Palette } from './Palette'

/** The palette and the list of keys; loaded when one of them is asked for. */
export function CommandDialogs() {
  const { open, query } = useStore(commandDialogs.store)
  return (
    <>
      <Palette isOpen={open === 'palette'} query={query} />
      <KeysDialog isOpen={open === 'keys'} />
    </>
  )
}
