/** The catalogue of properties, in the order in which verdicts are listed. */
import { converges } from './converges'
import { durable } from './durable'
import { linearizable } from './linearizable'
import { noHalfTransfer } from './noHalfTransfer'
import { noLostUpdate } from './noLostUpdate'
import { noPhantom } from './noPhantom'
import { noTornRead } from './noTornRead'
import { notStuck } from './notStuck'
import type { Property } from './property'
import { readsInOrder } from './readsInOrder'
import { readYourWrites } from './readYourWrites'
import { registerLinearizable } from './registerLinearizable'
import { seesTheNewValue } from './seesTheNewValue'
import { sequential } from './sequential'

export const properties: readonly Property[] = [
  converges,
  readsInOrder,
  readYourWrites,
  linearizable,
  registerLinearizable,
  sequential,
  durable,
  noLostUpdate,
  noHalfTransfer,
  noPhantom,
  noTornRead,
  notStuck,
  seesTheNewValue,
]

export const propertyNamed = (name: string): Property | undefined =>
  properties.find((property) => property.name === name)
