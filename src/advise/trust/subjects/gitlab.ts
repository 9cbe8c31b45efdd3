import { likelySubject, type SubjectReader } from './subject-mistake.ts'

/** GitLab: "project_path:GROUP/PROJECT:ref_type:branch:ref:NAME". https://docs.gitlab.com/ci/cloud_services/aws/ */
const slips: readonly { readonly pattern: RegExp; readonly to: string; readonly text: string }[] = [
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
export const gitLabSubject: SubjectReader = (value) => {
  const slip = slips.find(({ pattern, to }) => value.replace(pattern, to) !== value)
  if (!slip) return undefined
  const to = value.replace(slip.pattern, slip.to)
  return {
    code: 'subject-form',
    certain: false,
    title: 'The subject doesn’t have GitLab’s form',
    text: `The policy asks for \`${value}\`. ${slip.text}`,
    to,
    subject: likelySubject(to),
  }
}
