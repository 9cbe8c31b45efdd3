import type { APIRoute } from 'astro'
import { elementsTwin } from '../../../site/language/language-twins.ts'

/** The list of elements as Markdown. */
export const GET: APIRoute = () => new Response(elementsTwin())
