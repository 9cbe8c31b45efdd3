import type { CallNeed } from '../reference/index.ts'

/** How tools, Kubernetes, and Amazon ECS say that they pull an image, and how tools and workflows say that they push one. */
const signs = {
  pull: /CannotPull(?:ECR)?Container|ResourceInitializationError|ImagePullBackOff|ErrImagePull|\bdocker(?:\s|-compose\s)pull\b|\b(?:failed|unable|error)\b[^\n]{0,40}\bpull|\bpulling\b|\bpull (?:access|image)/i,
  push: /\bdocker\s(?:image\s)?push\b|--push\b|\bpush(?:ing|ed)? (?:to|image|the|refers|access)\b|\bpush: {0,4}true\b/i,
} as const

/** Is a need one of what the paste is about? Where it shows both a pull and a push, or neither, each is. */
export function isOfPurpose({ purpose }: CallNeed, paste: string): boolean {
  if (purpose === undefined) return true
  const text = paste.slice(0, 20_000)
  return signs[purpose].test(text) || !signs[purpose === 'pull' ? 'push' : 'pull'].test(text)
}
