/** A workload file, turned into data by `build/workloads.ts`. */
declare module '*.workload.yaml' {
  const experiment: import('../experiment').Experiment
  export default experiment
}
