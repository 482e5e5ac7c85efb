/** The catalogue of properties, in the order in which verdicts are listed. */
import { converges } from './converges'
import { durable } from './durable'
import { linearizable } from './linearizable'
import { notStuck } from './notStuck'
import type { Property } from './property'
import { readsInOrder } from './readsInOrder'

export const properties: readonly Property[] = [converges, readsInOrder, linearizable, durable, notStuck]

export const propertyNamed = (name: string): Property | undefined =>
  properties.find((property) => property.name === name)
