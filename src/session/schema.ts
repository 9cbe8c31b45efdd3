import { z } from 'zod'

// Otherwise zod tries "new Function" to see whether it may write code. The page's policy stops that, and reports it as a violation.
z.config({ jitless: true })

export { z }
