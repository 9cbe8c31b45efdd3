// What articles show of the engine: the answers below their code blocks.
export { type Piece, type Says, says } from './says.ts'
