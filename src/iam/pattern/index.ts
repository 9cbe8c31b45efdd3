// Patterns: texts with wildcards and variables. Matching, covering, overlaps, and sample texts that distinguish patterns.
export { type Automaton, automatonOf, type TextPattern } from './automaton.ts'
export { covers, coversAction, coversActions, coversResource, patternCovers } from './covers.ts'
export { globMatch, matches, matchPattern } from './matches.ts'
export { overlaps } from './overlaps.ts'
export {
  type Filled,
  fillIn,
  type Glob,
  globText,
  type Pattern,
  type PatternPart,
  type Resolve,
  type Resolved,
  readPattern,
  textWith,
  variablesOf,
} from './pattern.ts'
export { type TextClass, type TextClasses, tellApart } from './tell-apart.ts'
