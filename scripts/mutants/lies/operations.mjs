/** Lies about operations on more than one version, row or entry, and about what they ask. */
const resources = 'src/model/engine/resources'
const of = 'src/model/engine/operations'
const tests = [`${of}/operations.test.ts`]

/** @type {readonly import('../lie.mjs').Lie[]} */
export const operations = [
  {
    of: 'increments',
    says: 'an increment adds to what is there, although it was made from an older version',
    file: `${resources}/counts.ts`,
    from: 'basis === 0 ? present : basis',
    to: 'present',
    tests,
  },
  {
    of: 'increments',
    says: 'an increment that is to be compared is committed as it is',
    file: `${of}/increment.ts`,
    from: '!compares || basis === WHATEVER',
    to: 'compares || basis === WHATEVER',
    tests,
  },
  {
    of: 'cache.getOrAbsence',
    says: 'an entry that says that there is no row counts as a miss',
    file: `${resources}/absence.ts`,
    from: ' && cells[mark] === 0) return MISS',
    to: ') return MISS',
    tests,
  },
  {
    of: 'cache.deleteAll',
    says: 'what is composed of rows stays when all rows go',
    file: `${resources}/deleteAll.ts`,
    from: 'keysOf(ground.scenario).map',
    to: 'keysOf(ground.scenario).filter((key) => !(key in (ground.scenario.composed ?? {}))).map',
    tests,
  },
  {
    of: 'cache-absent',
    says: 'a load stores that there is no row, although nobody has asked for that',
    file: 'src/model/guards/index.ts',
    from: "chosen['cache-absent'] === undefined ? fillingRows(resources) : resources",
    to: 'resources',
    tests,
  },
  {
    of: 'invalidate',
    says: 'what is composed of two rows goes with the first of them only',
    file: `${resources}/composed.ts`,
    from: 'composed[key]?.includes(row)',
    to: 'composed[key]?.[0] === row',
    tests,
  },
  {
    of: 'composed',
    says: 'a composed value has its rows the wrong way round',
    file: `${resources}/composed.ts`,
    from: 'together(first.version, second.version)',
    to: 'together(second.version, first.version)',
    tests,
  },
  {
    of: 'bypass',
    says: 'a read that should go round the cache does not',
    file: `${of}/index.ts`,
    from: 'name: BYPASS, program: protocols.read[BYPASS]!.program',
    to: 'name: reader.name, program: reader.program',
    tests,
  },
  {
    of: 'transfer',
    says: 'writes whose transfer has failed clean nothing up',
    file: `${of}/transfer.ts`,
    from: '    for (const write of writes) yield* giveUp(write, failure)\n',
    to: '',
    tests,
  },
]
