/** A sheet of claims, read when the page or the command line is built. */
declare module '*.claims.yaml' {
  const claims: readonly import('../claim').Claim[]
  export default claims
}
