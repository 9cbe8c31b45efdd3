import { useSignal } from '@preact/signals'
import type { ComponentType, JSX } from 'preact'
import { useEffect } from 'preact/hooks'

/** A component whose code is loaded when it's first drawn: dialogs that most readers never open cost nothing at first. */
export function lazy<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
): (props: Props) => JSX.Element | null {
  return function Lazy(props: Props): JSX.Element | null {
    const part = useSignal<{ readonly Loaded: ComponentType<Props> } | 'failed' | undefined>(undefined)
    useEffect(() => {
      load().then(
        (Loaded) => (part.value = { Loaded }),
        () => (part.value = 'failed'),
      )
    }, [])
    if (part.value === undefined) return null
    if (part.value === 'failed') return <p>This part of the page could not be loaded. Reload the page.</p>
    const { Loaded } = part.value
    return <Loaded {...props} />
  }
}
