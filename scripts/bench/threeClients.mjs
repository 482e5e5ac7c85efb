/** The same scenario as threeClients.scenario.yaml, as the data that a worker is sent. */
const three = ['any', 'any', 'any'].map((kind) => ({ kind }))

export const threeClients = {
  scenario: 'three-clients',
  title: 'Three clients of three operations each, two keys, one eviction',
  about: '',
  start: { database: { x: 1, y: 1 }, cache: {} },
  protocol: { read: 'read-through', write: 'write-through' },
  guards: { 'compare-and-set': 'newer' },
  clients: ['T1', 'T2', 'T3'].map((name) => ({ name, operations: three })),
  faults: { crash: [], evict: 1, expire: 0, 'cache-restart': 0 },
  check: ['converges'],
  expect: {},
  schedule: [],
  twin: '',
}

export const expected = { states: 3_284_332, transitions: 12_514_988 }
