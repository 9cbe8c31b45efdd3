interface Options {
  /** The npm command; tests replace it. */
  readonly npm?: string
  /** Milliseconds between two lines that say that npm is still at work. */
  readonly tellEvery?: number
  readonly say?: (line: string) => void
}

/**
 * Installs the packages if package.json or the lock file changed since the last time: with npm ci, or else with npm install. Resolves with the
 * sentence for a user where neither worked, otherwise with undefined.
 */
export function install(root: string, options?: Options): Promise<string | undefined>
