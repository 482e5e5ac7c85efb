/** Guards and faults as a form offers them, from the registries. */
import { faults } from '../../../model/engine/faults'
import type { ValueForm } from '../../../model/engine/faults/fault'
import { guards } from '../../../model/guards'
import type { Guard } from '../../../model/guards/guard'
import type { ChoiceForm } from './EntriesPart'

/** `cache-restart` is "Cache restart". */
const inWords = (name: string) => name.charAt(0).toUpperCase() + name.slice(1).replaceAll('-', ' ')

function shaped({ shape }: Guard, key: string, client: string): string {
  switch (shape?.kind) {
    case 'count':
      return String(shape.min)
    case 'keys':
      return `[${key}]`
    case 'drifts':
      return `{ ${client}: 1 }`
    case undefined:
      return ''
  }
}

export const guardForms = (key: string, client: string): readonly ChoiceForm[] =>
  guards.map((guard) => {
    const typed = shaped(guard, key, client)
    const { name, title, says, values } = guard
    return { name, title, says, values, first: values[0] ?? typed, example: typed }
  })

function valueOf(form: ValueForm, client: string): { readonly values: readonly string[]; readonly first: string } {
  switch (form.kind) {
    case 'clients':
      return { values: [], first: `[${client}]` }
    case 'choice':
      return { values: form.values, first: form.values[0] ?? '' }
    case 'count-or-true':
      return { values: [], first: 'true' }
    case 'count':
    case 'count-or-any':
      return { values: [], first: '1' }
  }
}

export const faultForms = (client: string): readonly ChoiceForm[] =>
  faults.map(({ name, form }) => {
    const { values, first } = valueOf(form, client)
    const says =
      form.kind === 'count-or-any' ? 'a number, or any' : form.kind === 'count-or-true' ? 'a number, or true' : ''
    return { name, title: inWords(name), says, values, first, example: first }
  })
