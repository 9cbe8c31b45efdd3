import { messagesOf } from '../../../words/index.ts'
import { type Slip, slipIn } from './slip.ts'
import type { SubjectReader } from './subject-mistake.ts'

const told = messagesOf('trust/subjects/gitlab', {
  mergeRequestPipelines: 'Merge request pipelines send ref_type:branch, too.',
  gitlabsRefPlain: 'GitLab’s ref is the plain name, without refs/heads/.',
  typeRefName: 'The type of the ref and its name follow the project.',
  subjectsBeginProject: 'Subjects begin with project_path:.',
})

/** GitLab: "project_path:GROUP/PROJECT:ref_type:branch:ref:NAME". https://docs.gitlab.com/ci/cloud_services/aws/ */
const slips: readonly Slip[] = [
  {
    pattern: /^(project_path:[^:]+:ref_type:)(?:mr|merge_request)(:.*)?$/,
    to: '$1branch$2',
    text: told('mergeRequestPipelines'),
  },
  {
    pattern: /^(project_path:[^:]+:ref_type:(?:branch|tag):ref:)refs\/(?:heads|tags)\/(.+)$/,
    to: '$1$2',
    text: told('gitlabsRefPlain'),
  },
  { pattern: /^(project_path:[^:*?]+)$/, to: '$1:*', text: told('typeRefName') },
  {
    pattern: /^(?!project_path:)([\w.-]+(?:\/[\w.-]+)+)(:.+)?$/,
    to: 'project_path:$1$2',
    text: told('subjectsBeginProject'),
  },
]

/** Mistakes in subjects of GitLab. */
export const gitLabSubject: SubjectReader = (value) => slipIn(value, slips, 'GitLab')
