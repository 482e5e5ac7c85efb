import { Lab } from '../lab/Lab'

/** The Lab reads its scenario from the address itself, because what stands after the `?` belongs to it. */
export default function LabPage() {
  return <Lab />
}
