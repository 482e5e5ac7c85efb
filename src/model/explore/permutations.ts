/** All ways in which the members of each group can change places; everybody else stays. */

/** Each permutation as a list: who stands at `i` goes to `list[i]`. The first leaves everybody in place. */
export function permutationsOf(count: number, groups: readonly (readonly number[])[]): readonly (readonly number[])[] {
  const stay = Array.from({ length: count }, (_, index) => index)
  return groups.reduce<readonly (readonly number[])[]>(
    (before, group) =>
      ordersOf(group).flatMap((order) =>
        before.map((list) => list.map((to, at) => (group.includes(at) ? order[group.indexOf(at)]! : to))),
      ),
    [stay],
  )
}

/** Every order of some items, the given one first. */
function ordersOf(items: readonly number[]): readonly (readonly number[])[] {
  if (items.length < 2) return [items]
  return items.flatMap((item, index) =>
    ordersOf([...items.slice(0, index), ...items.slice(index + 1)]).map((rest) => [item, ...rest]),
  )
}
