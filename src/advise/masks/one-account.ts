import type { Mask } from '../mask.ts'

/**
 * Was the account crossed out, and not replaced by a word of its own, such as <ACCOUNT_A>? People write one account with more crosses here and fewer there
 * ("1234****", "************"), and digits that they leave visible are often made up.
 */
export const isCrossedOut = ({ kind, text }: Mask): boolean => kind === 'account' && /^[\dxX*#•●█_.…-]+$/.test(text)
