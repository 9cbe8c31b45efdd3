import { type PageThread, startPageThread } from '../session/page-thread.ts'
import type { Answer, Question } from './messages.ts'
import workerFile from './worker.ts?worker&url'

/** The worker that holds the opened account. */
export type AccountThread = PageThread<Question, Answer>

/** `site` is the URL of the site's root, below which the data of services is. */
export const startAccount = (site: string): AccountThread => startPageThread(workerFile, site)
