import { messagesOf } from '../../words/index.ts'
import { defineCause } from '../cause.ts'

const told = messagesOf('training-lab', {
  ended: 'The session of your training lab has ended',
  endedForOthers: 'The session of my training lab has ended',
  endedExplanation:
    'The lab attached its policy {{policy}} to your role, which denies everything that the old credentials try. No permission is missing. `aws sts get-caller-identity` still works, because it needs no permission.',
  endedExplanationForOthers:
    'The lab attached its policy {{policy}} to my role, which denies everything that the old credentials try. No permission is missing.',
  limit: 'Your training lab doesn’t allow {{action}}',
  limitForOthers: 'My training lab doesn’t allow {{action}}',
  limitExplanation:
    'You use the role {{role}}, which AWS Academy and other courses give to students. The people who run the lab wrote its policies, and no one in the lab can change them.',
  limitExplanationForOthers:
    'I use the role {{role}}, which AWS Academy and other courses give to students. The people who run the lab wrote its policies, and no one in the lab can change them.',
  roleExplanation:
    'The program uses the role {{role}}, which AWS Academy and other courses give to the resources of a lab. The people who run the lab wrote its policies, and no one in the lab can change them.',
  stayWithin: 'Stay within what the lab allows',
  stayWithinText:
    'The instructions of the lab list the services, Regions, and sizes that it allows. Work in us-east-1 or us-west-2, and use a service from that list for the same purpose.',
  startLab: 'Start the lab again',
  startLabText:
    'On the page of the course, choose Start Lab, and wait for the green light. Close tabs of the console from the earlier session, and open the console from that page again.',
  newCredentials: 'Replace all three credentials',
  newCredentialsText:
    'In the lab, open AWS Details, and copy the access key ID, the secret access key, and the session token to where the program reads them. With two of the three, AWS rejects the credentials.',
  whatLabHas: 'Use what the lab has',
  whatLabHasText:
    'Instead of making a role, choose LabRole, or LabInstanceProfile for an EC2 instance. Work in us-east-1 or us-west-2. The instructions of the lab list the services that it allows.',
  askInstructor: 'Ask your instructor',
  askInstructorForOthers: 'Ask the instructor',
  askInstructorText:
    'If the exercise asks for exactly this action, send them the whole message. Another reason can be that the budget of the lab is used up.',
})

/** Vocareum, which runs the labs of AWS Academy and other courses, gives this role to students. Seen in about 20 public reports, read on 2026-11-29. */
const student = 'voclabs'
/** What resources of a lab get. Anyone can give a role this name, so the cause is only likely. Seen in the same reports. */
const ofResources = 'LabRole'
/** What it attaches to that role when a session ends. Seen in the same reports. */
const endOfSession = 'voc-cancel-cred'

interface Lab {
  readonly hasEnded: boolean
  readonly action: string
  /** The session’s role. */
  readonly role: string
}

/** A student meets the limits of a training lab, or its end: neither the student nor their account's administrator can change a policy. */
export const trainingLab = defineCause<Lab>({
  id: 'training-lab',
  article: 'messages/training-lab',
  applies: ({ asked, policies, stated }) => {
    // Pasted policies say more than names do.
    if (!asked || policies.some(({ given }) => given)) return undefined
    const hasEnded = stated.policyArn?.endsWith(`:policy/${endOfSession}`) ?? false
    const isOfLab = asked.caller.kind === 'role-session' && [student, ofResources].includes(asked.caller.name)
    return hasEnded || isOfLab ? { hasEnded, action: asked.action, role: asked.caller.name } : undefined
  },
  explain: ({ hasEnded, action, role }) =>
    hasEnded
      ? { title: told('ended'), explanation: told('endedExplanation', { policy: endOfSession }), basis: 'message' }
      : {
          title: told('limit', { action }),
          explanation: told(role === ofResources ? 'roleExplanation' : 'limitExplanation', { role }),
          basis: 'experience',
        },
  steps: ({ hasEnded, role }) =>
    hasEnded
      ? [
          { title: told('startLab'), text: told('startLabText'), owner: 'caller' },
          { title: told('newCredentials'), text: told('newCredentialsText'), owner: 'caller' },
        ]
      : [
          role === ofResources
            ? { title: told('stayWithin'), text: told('stayWithinText'), owner: 'caller' }
            : { title: told('whatLabHas'), text: told('whatLabHasText'), owner: 'caller' },
          { title: told('askInstructor'), text: told('askInstructorText'), owner: 'caller' },
        ],
})
