/** The matrix's setup as words of its address: `#/matrix?read=read-through&faults=eviction&start=warm&check=converges+durable`. */
import { allProperties, noProfile, profiles, type Setup } from '../../model/explore/matrix'
import { protocols } from '../../model/protocols'

const START: Setup = { read: 'cache-aside', profile: noProfile, check: allProperties, isWarm: false }

/** The setup of an address; what it does not say, or says wrongly, is as at the start. */
export function setupOf(hash: string): Setup {
  const words = new URLSearchParams(hash.split('?')[1] ?? '')
  const read = words.get('read') ?? ''
  const check = allProperties.filter((name) => (words.get('check') ?? '').split(/[+ ]/).includes(name))
  return {
    read: Object.hasOwn(protocols.read, read) ? read : START.read,
    profile: profiles.find(({ id }) => id === words.get('faults')) ?? START.profile,
    check: check.length > 0 ? check : START.check,
    isWarm: words.get('start') === 'warm',
  }
}

/** The address of a setup; words that say nothing new are left out. */
export function addressOf({ read, profile, check, isWarm }: Setup): string {
  const words = [
    ...(read === START.read ? [] : [`read=${read}`]),
    ...(profile === START.profile ? [] : [`faults=${profile.id}`]),
    ...(isWarm ? ['start=warm'] : []),
    ...(check.length === allProperties.length ? [] : [`check=${check.join('+')}`]),
  ]
  return `#/matrix${words.length === 0 ? '' : `?${words.join('&')}`}`
}
