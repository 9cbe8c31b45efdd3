// What articles show of the engine: the claims of their code blocks, and the answers.
export { decide, questions } from './ask-policy.ts'
export { type Claims, claimNames, readClaims } from './claims.ts'
export { type Piece, type Says, says } from './says.ts'
