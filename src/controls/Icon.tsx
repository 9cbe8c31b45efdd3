import type { JSX } from 'preact'
import { iconPaths } from './icon-paths.ts'

export function Icon({ name }: { readonly name: keyof typeof iconPaths }): JSX.Element {
  return (
    <svg class="wd-icon" viewBox="0 0 24 24" width="20" height="20" aria-hidden="true" focusable="false">
      <path d={iconPaths[name]} />
    </svg>
  )
}
