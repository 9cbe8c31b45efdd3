import type { APIRoute } from 'astro'
import { keysTwin } from '../../../site/language/language-twins.ts'

/** The list of keys as Markdown. */
export const GET: APIRoute = () => new Response(keysTwin())
