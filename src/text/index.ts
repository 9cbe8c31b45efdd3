// Places in a text: spans, line and column, edits, problems; JSON read tolerantly with positions.

export { Brackets, closeBrace, openBrace, openBracket } from './brackets.ts'
export { applyEdit, type Change, type Edit } from './edit.ts'
export { movedNode } from './expression.ts'
export {
  indexOf,
  type JsonMember,
  type JsonNode,
  type JsonObject,
  type JsonRead,
  member,
  readJson,
} from './json.ts'
export { once } from './once.ts'
export { type Position, positionAt, positionsIn } from './position.ts'
export type { Problem, Slip } from './problem.ts'
export { isNonEmpty, type Located, type NonEmpty, type Span } from './span.ts'
export { holdsDoubleBraces, holdsMarks, withoutMarks } from './template-marks.ts'
export { originOf, type Place, placesBetween, type WrittenJson, writeJson } from './write-json.ts'
export type { YamlRead } from './yaml.ts'
