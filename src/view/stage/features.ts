/** What of the animation library the stage needs, in a chunk of its own. */
export { domAnimation as default } from 'framer-motion'
