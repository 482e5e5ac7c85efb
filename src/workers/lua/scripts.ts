/** The two rules of a compare-and-set as scripts, to start from. `KEYS[1]` is the entry, stored as `version:value`. */

/** ARGV: the version that is expected, the new version, the value, seconds. 0 is stored, 1 refused. */
export const equalRule = `-- Store only over the version that the caller has seen.
-- ARGV: expected version, new version, value, seconds to live
local entry = redis.call('GET', KEYS[1])
if entry then
  local stored = string.match(entry, '([^:]+):[^:]+')
  if stored ~= ARGV[1] then
    return 1
  end
end
redis.call('SET', KEYS[1], ARGV[2] .. ':' .. ARGV[3], 'EX', tonumber(ARGV[4]))
return 0
`

/** The same arguments; the expected version is not looked at. */
export const newerRule = `-- Store only what is newer than what is there.
-- ARGV: expected version (not looked at), new version, value, seconds to live
local entry = redis.call('GET', KEYS[1])
if entry then
  local stored = tonumber(string.match(entry, '^(%d+):'))
  if stored and stored >= tonumber(ARGV[2]) then
    return 1
  end
end
redis.call('SET', KEYS[1], ARGV[2] .. ':' .. ARGV[3], 'EX', tonumber(ARGV[4]))
return 0
`
