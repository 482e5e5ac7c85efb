/** Reads `clients`: who there is and what each does, in order. */
import { CLIENTS_MAX, OPERATIONS_MAX } from './limits'
import { operationOf } from './operations'
import type { Field, Reader, Spot } from './reader'
import { clientProblem } from './rules'
import type { Client, Operation } from './scenario'

const expected = { what: 'a map of clients to their operations', example: 'clients: { T1: [read x], T2: [write x] }' }

export function readClients(reader: Reader, field: Spot): readonly Client[] {
  const fields = reader.fields(field, expected, null) ?? []
  if (fields.length > CLIENTS_MAX)
    reader.problems.at(
      fields[CLIENTS_MAX]!.nameAt,
      `There are ${fields.length} clients, and the exhaustive check takes at most ${CLIENTS_MAX} processes. Use fewer.`,
    )
  if (fields.length === 0 && !reader.problems.any)
    reader.problems.at(field.at, `There is no client. Write e.g. ${expected.example}.`)
  return fields.map((client) => readClient(reader, client))
}

function readClient(reader: Reader, field: Field): Client {
  const problem = clientProblem(field.name)
  if (problem !== null) reader.problems.at(field.nameAt, problem)
  const example = `${problem === null ? field.name : 'T1'}: [read x, write x]`
  const items = reader.items(field, { what: 'a list of operations', example })
  if (items?.length === 0) reader.problems.at(field.at, `This client does nothing. Write e.g. ${example}.`)
  const operations: Operation[] = []
  for (const item of items ?? []) {
    const { count, operation } = readOperation(reader, item)
    if (operation === null) continue
    if (operations.length + count > OPERATIONS_MAX) {
      reader.problems.at(
        item.at,
        `This is more than ${OPERATIONS_MAX} operations for one client, which the exhaustive check does not take. Use fewer.`,
      )
      break
    }
    for (let i = 0; i < count; i++) operations.push(operation)
  }
  return { name: field.name, operations }
}

function readOperation(reader: Reader, item: Spot): { count: number; operation: Operation | null } {
  const text = reader.text(item, { what: 'an operation', example: '"read x", "write x" or "any"' })
  const read = text === null ? null : operationOf(text)
  if (read !== null && !('problem' in read)) return read
  if (read !== null) reader.problems.at(item.at, read.problem)
  return { count: 0, operation: null }
}
