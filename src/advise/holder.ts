/** What a policy is attached to, as the tools that put it there call it. Names are plain words, or stand-ins in capitals. */
export type Holder =
  | { readonly is: 'user' | 'role' | 'permission-set' | 'boundary' | 'trust'; readonly name: string }
  | { readonly is: 'scp' | 'rcp' | 'endpoint' }
  | { readonly is: 'bucket' | 'key' | 'queue' | 'topic' | 'secret'; readonly name: string }
