import type { Example } from '../session/example.ts'
import { type Bench, benchOf } from './state.ts'
import { exampleProblem } from './words.ts'

/** An example's bench, or what to tell the reader. */
export type LoadedExample =
  | { readonly ok: true; readonly bench: Bench }
  | { readonly ok: false; readonly problem: string }

/** Loads one example of the site. `site` is the URL of the site's root. */
export async function loadExample(site: string, name: string): Promise<LoadedExample> {
  const problem = exampleProblem(name)
  try {
    const response = await fetch(new URL(`examples/${encodeURIComponent(name)}.json`, site))
    if (!response.ok) return { ok: false, problem }
    const { title: _title, summary: _summary, expect: _expect, ...given }: Example = await response.json()
    return { ok: true, bench: benchOf(given) }
  } catch {
    return { ok: false, problem }
  }
}
