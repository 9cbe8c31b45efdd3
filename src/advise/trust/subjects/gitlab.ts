import { type Slip, slipIn } from './slip.ts'
import type { SubjectReader } from './subject-mistake.ts'

/** GitLab: "project_path:GROUP/PROJECT:ref_type:branch:ref:NAME". https://docs.gitlab.com/ci/cloud_services/aws/ */
const slips: readonly Slip[] = [
  {
    pattern: /^(project_path:[^:]+:ref_type:)(?:mr|merge_request)(:.*)?$/,
    to: '$1branch$2',
    text: 'Merge request pipelines send ref_type:branch, too.',
  },
  {
    pattern: /^(project_path:[^:]+:ref_type:(?:branch|tag):ref:)refs\/(?:heads|tags)\/(.+)$/,
    to: '$1$2',
    text: 'GitLab’s ref is the plain name, without refs/heads/.',
  },
  { pattern: /^(project_path:[^:*?]+)$/, to: '$1:*', text: 'The type of the ref and its name follow the project.' },
  {
    pattern: /^(?!project_path:)([\w.-]+(?:\/[\w.-]+)+)(:.+)?$/,
    to: 'project_path:$1$2',
    text: 'Subjects begin with project_path:.',
  },
]

/** Mistakes in subjects of GitLab. */
export const gitLabSubject: SubjectReader = (value) => slipIn(value, slips, 'GitLab')
