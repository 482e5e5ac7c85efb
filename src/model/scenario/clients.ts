/** Reads `clients`: who there is and what each does, in order. */
import { afterEndlessProblem } from './endless'
import { operationOf } from './operations'
import type { Field, Reader, Spot } from './reader'
import { clientProblem } from './rules'
import type { Client, Operation } from './scenario'
import { clientsProblem, listProblem, operationsMax } from './size'

const expected = { what: 'a map of clients to their operations', example: 'clients: { T1: [read x], T2: [write x] }' }

/** `isRun` where the scenario asks for a single run, which may be larger. */
export function readClients(reader: Reader, field: Spot, isRun: boolean): readonly Client[] {
  const fields = reader.fields(field, expected, null) ?? []
  const problem = clientsProblem(fields.length, isRun)
  if (problem !== null) reader.problems.at(fields.at(-1)!.nameAt, problem)
  if (fields.length === 0 && !reader.problems.any)
    reader.problems.at(field.at, `There is no client. Write e.g. ${expected.example}.`)
  return fields.map((client) => readClient(reader, client, isRun))
}

function readClient(reader: Reader, field: Field, isRun: boolean): Client {
  const problem = clientProblem(field.name)
  if (problem !== null) reader.problems.at(field.nameAt, problem)
  const example = `${problem === null ? field.name : 'T1'}: [read x, write x]`
  const items = reader.items(field, { what: 'a list of operations', example })
  if (items?.length === 0) reader.problems.at(field.at, `This client does nothing. Write e.g. ${example}.`)
  const operations: Operation[] = []
  for (const item of items ?? []) {
    const { count, operation } = readOperation(reader, item)
    if (operation === null) continue
    const problem = afterEndlessProblem(operations)
    if (problem !== null) {
      reader.problems.at(item.at, problem)
      break
    }
    if (operations.length + count > operationsMax(isRun)) {
      reader.problems.at(item.at, listProblem(isRun))
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
