/** A scenario file, turned into data by `build/scenarios.ts`. */
declare module '*.scenario.yaml' {
  const scenario: import('../scenario').Scenario
  export default scenario
}
