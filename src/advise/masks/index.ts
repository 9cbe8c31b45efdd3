// Masked values: found, filled in while the case is decided, and shown as the user wrote them.
export { fillCase, fillDenial, standIns } from './fill.ts'
export { type FoundMask, findMasks, masksIn } from './find.ts'
export { explainMasked, inOneAccount, settleMasked, stoppingMask } from './settle.ts'
export { showMasks } from './show.ts'
