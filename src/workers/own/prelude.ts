/**
 * What stands around a learner's program inside the interpreter: the resources that it asks, and who plays it.
 *
 * `play` takes a key and a list of replies as text, and answers as text with every move on the way, or with what is
 * wrong. Whatever the program does to this world, the answer is read on the other side as a stranger's. All that the
 * language brings is frozen first, so that nothing can be left there from one play to the next. There is no clock, no
 * chance and no way out: the interpreter has neither files nor network, and this text adds nothing.
 */
export const prelude = `(() => {
'use strict'
const { parse, stringify } = JSON
const { apply, getPrototypeOf, ownKeys } = Reflect
const Generator = getPrototypeOf((function* () {})()).constructor
const steps = getPrototypeOf(getPrototypeOf((function* () {})()))
const { next: goOn, throw: raise } = steps
const Failure = Error
const calls = new WeakMap()
class RequestFailed extends Error {}
const AGAIN = Object.freeze({ again: true })
const again = () => AGAIN
let made = []
let refused = null
let endLine = null

const lineHere = () => {
  const stack = String(new Failure('').stack)
  const at = stack.indexOf('(own:')
  return at < 0 ? null : parseInt(stack.slice(at + 5), 10)
}
const refuse = (line, why) => {
  refused ??= { line, why }
  throw new TypeError(why)
}
const unasked = (call) =>
  'calls ' + call.name + ' without asking it. Write yield* in front of ' + call.name + '.'
const callTo = (name) => (...args) => {
  const call = { name, line: lineHere(), isAsked: false, key: args[0], args }
  const [, row] = args
  if (calls.has(row)) refuse(call.line, unasked(calls.get(row)))
  const handle = new Proxy(Object.freeze({}), {
    get(_target, property) {
      if (!call.isAsked) refuse(lineHere() ?? call.line, unasked(call))
      return undefined
    },
  })
  calls.set(handle, call)
  made.push(call)
  return handle
}
const resource = (name, operations) =>
  new Proxy(Object.freeze(Object.fromEntries(operations.map((each) => [each, callTo(name + '.' + each)]))), {
    get(target, property) {
      if (Object.hasOwn(target, property)) return target[property]
      return refuse(lineHere(), 'asks ' + name + ' for ' + String(property) + ', which it has not. It has ' + operations.join(', ') + '.')
    },
  })
const given = new Proxy(Object.freeze({
  cache: resource('cache', ['get', 'set', 'setNext', 'delete']),
  database: resource('database', ['select', 'update', 'put']),
  queue: resource('queue', ['setAndEnqueue']),
  timer: Object.freeze({ deleteLater: 'delete' }),
  fill: callTo('fill'),
}), {
  get(target, property) {
    if (Object.hasOwn(target, property)) return target[property]
    return refuse(lineHere(), 'is given no ' + String(property) + '. It is given cache, database, queue, timer and fill.')
  },
})

function* asking(handle) {
  return yield handle
}
const at = (line, asked) => {
  const call = calls.get(asked)
  if (call !== undefined) {
    if (call.isAsked) refuse(line, 'asks the same call twice. Write ' + call.name + '(...) again.')
    call.isAsked = true
    call.line = line
    return asking(asked)
  }
  const isGenerator = typeof asked === 'object' && asked !== null && typeof asked.next === 'function' && asked.next === goOn
  if (!isGenerator) refuse(line, 'asks for something that is no request. Ask cache, database, queue or fill.')
  return asked
}
const end = (line, value) => {
  endLine = line
  return value
}

const forbidden = (what) => () => refuse(lineHere(), 'depends on ' + what + ', and a program depends on its key and its replies alone. Take that out.')
Math.random = forbidden('chance')
Object.defineProperty(globalThis, 'Date', { value: new Proxy(function () {}, { get: forbidden('the time'), apply: forbidden('the time'), construct: forbidden('the time') }) })
delete globalThis.eval
const freeze = (thing) => {
  if ((typeof thing !== 'object' && typeof thing !== 'function') || thing === null || Object.isFrozen(thing)) return
  Object.freeze(thing)
  for (const name of ownKeys(thing)) {
    const { value, get, set } = Reflect.getOwnPropertyDescriptor(thing, name)
    for (const each of [value, get, set]) freeze(each)
  }
  freeze(getPrototypeOf(thing))
}
const Functions = [function* () {}, async function () {}, () => {}]
const seal = () => {
  for (const each of Functions) freeze(getPrototypeOf(each))
  freeze(steps)
  freeze(RequestFailed)
  for (const name of ownKeys(globalThis)) if (name !== 'globalThis' && name !== 'Date') freeze(globalThis[name])
  Object.freeze(globalThis)
}

const moveOf = (step) => {
  if (step.done) return { ends: step.value, line: endLine }
  const call = calls.get(step.value)
  if (call === undefined) return { nonsense: 'yields something that is no request. Write yield* cache.get(key).' }
  const [key, ...args] = call.args
  const isStore = call.name === 'cache.set' || call.name === 'database.put' || call.name === 'fill'
  const row = isStore ? args.shift() : undefined
  const version = isStore ? row?.version : undefined
  return { call: { name: call.name, key, version, later: args[0], rest: args.length }, line: call.line }
}
const described = (error) => {
  if (typeof error !== 'object' || error === null) return { message: String(error) }
  return { message: String(error.name) + ': ' + String(error.message), stack: String(error.stack) }
}
const play = (program, text) => {
  const { key, replies } = parse(text)
  made = []
  refused = null
  endLine = null
  const moves = []
  try {
    const run = program(given, key)
    let step = apply(goOn, run, [undefined])
    moves.push(moveOf(step))
    for (const reply of replies) {
      if (step.done || refused) break
      step = reply === null ? apply(raise, run, [new RequestFailed('The database did not confirm the write.')]) : apply(goOn, run, [Object.freeze(parse(reply))])
      moves.push(moveOf(step))
    }
    if (step.done) {
      const call = made.find((each) => !each.isAsked)
      if (call !== undefined) refused ??= { line: call.line, why: unasked(call) }
    }
  } catch (error) {
    if (refused === null && error instanceof RequestFailed) moves.push({ fails: true })
    else refused ??= { error: described(error) }
  }
  return stringify({ moves, refused })
}
return { at, end, again, RequestFailed, play, seal }
})()`
