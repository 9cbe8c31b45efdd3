// Little forms that write policies and prove who can do what with them.
import { billingAccess } from './billing-access.ts'
import type { Guide } from './guide.ts'
import { outsideAccess } from './outside-access.ts'

export { type Answers, answerTo, type Guide, openFields, prove } from './guide.ts'

export const guides: readonly Guide[] = [billingAccess, outsideAccess]
