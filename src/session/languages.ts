import { type Language, type Languages, languagesIn } from '../denial/index.ts'

/** The readers of everything that isn't JSON, for a text that needs them: the grammars are large, so a page loads them one by one. `languagesOf`: what a session holds of texts that it saw. */
export async function languagesFor(
  texts: readonly string[],
  languagesOf: (text: string) => readonly Language[] = languagesIn,
): Promise<Languages> {
  const needed = new Set<Language>(texts.flatMap(languagesOf))
  return {
    yaml: needed.has('yaml') ? (await import('../text/yaml.ts')).readYaml : undefined,
    hcl: needed.has('hcl') ? (await import('../text/hcl.ts')).readHcl : undefined,
    script: needed.has('script') ? (await import('../text/script.ts')).readScript : undefined,
  }
}
