// Words that people type when they need an article, and that the article itself hardly uses: the task in everyday language, other names, error codes.
// The search weighs them almost like a title. Every row belongs to an article; a test asks for that.

/** Path of an article → everyday names of its subject. */
export const keywords: ReadonlyMap<string, string> = new Map([
  [
    'account',
    'what can this user do, who is admin in my account, account map, GetAccountAuthorizationDetails, effective permissions, who has admin rights, audit permissions, privilege escalation paths, permissions map of account, audit who can do what, permission map, who is allowed in my account, export account permissions, who has which rights, overview of users and roles, find admins, risky permissions, admin list, export of iam, see every user and what they can do, who are the administrators, who can see billing in my account, which roles can outsiders use, map of my account, report of permissions for an audit, users without mfa',
  ],
  [
    'billing/access-keys',
    'see view find my access keys secret lost key, where is my access key id, my keys are gone, show access keys, access key id and secret, get my keys, key for a program, forgot my secret key, how do i see my secret access key, finance tool asks for access key and secret, download credentials csv again, key for our accounting software, where to get aws credentials for a program, second half of the key, where do i find my key, finance software wants a key, need key for reporting tool',
  ],
  [
    'billing/account-page',
    'customer number, rename account, account name, change contact details, change address, change phone number, alternate contacts, enable a region, account settings page denied, change company address, security contact, operations contact, billing contact, update phone number of account, account id and name, new address, company moved, we moved, new phone number, edit account info, company name of account, account phone, account alias, default region, enable region denied, opt-in region, region greyed out, security contact missing, company address on account, organization wide contacts, legal company name changed, we relocated our office, wrong phone number on the account, who gets security mails of the account, region missing in the selector, turn on a new region, legal name, postal address, add operations contact, display name of the account, contact information, primary contact, invoice shows former address, our old address',
  ],
  [
    'billing/activate-iam-access',
    'you need permissions, view billing as iam user, open billing as administrator, administratoraccess still denied, root user, access not activated, turn on iam access to billing, iam user cannot see billing, admin cannot see billing, iam user and role access to billing information, billing page says need permissions, only root can see billing, root user needed for billing, must be root user, activate billing access, ask your administrator to add permissions, enable billing for iam users, billing locked to root, admin has no billing, federated users billing, billing setting of account, sso admin cannot see billing, i have admin and billing denied, billing toggle, needs root to activate billing, federated admin no billing, billing blocked for everyone but root, iam access toggle for billing, owner must enable billing once, billing console blank for all iam users, full admin yet no billing, setting only root can change, cost management says need permissions, iam billing access deactivated, why only account owner sees invoices',
  ],
  [
    'billing/billing-alarms',
    'billing alarm alert cloudwatch metric EstimatedCharges missing not showing, alarm when bill is too high, receive billing alerts, estimated charges metric, alarm insufficient data, notify me when spending is high, cost alarm, alert when bill exceeds amount, sns billing alarm, no billing namespace, threshold alarm, bill over amount, warn me above amount, cloudwatch billing, text me when aws gets expensive, cloudwatch alarm on charges, billing metric in us-east-1, alarm missing for member account, early warning for high costs, get an sms above 100 dollars, receive cloudwatch billing alerts checkbox',
  ],
  [
    'billing/billing-conductor',
    'pro forma bill, reseller, custom rates, billing groups, showback chargeback, custom pricing, pro forma, margin, showback numbers differ, figures differ from invoice, rebilling, billing group denied, custom line item, show customers other prices than we pay, pricing plan and pricing rule, internal price list, markup on aws prices, invoice and pro forma do not match, margin for resold accounts, partner resells aws to us, cannot see our discounts because of reseller',
  ],
  [
    'billing/billing-transfer',
    'transfer bill to another organization, responsibility transfer, another company pays our bill, transfer billing to partner, msp pays bill, two organizations one bill, inbound outbound transfer, accept billing transfer, another organization pays, transfer payer, parent company takes over the bill, hand our bill to the reseller, bill source and bill transfer account, someone else should pay for our organization, withdraw billing transfer, client pays through us, holding pays for daughter company, other organization pays our bill, customer wants to pay himself, partner receives our invoice, end the transfer',
  ],
  [
    'billing/billing-views',
    'custom billing view, share cost data with another account, finance account not payer, see costs of some accounts, delegate cost data, share billing view, billing view permission, costs of my team only, show costs to another account, cost data of other accounts, department sees own costs, show a project lead the costs of certain accounts, share part of the costs with another department, group view of costs without a role, view arn in cost explorer, restrict cost data to some tags, a department sees only its costs, show one team its costs, share costs with another account, a team looks at its own spending only, own spending and nothing else',
  ],
  [
    'billing/budgets',
    'budget alert email not sent, create budget denied, budget action, budget email not received, budget alarm, budget permission, budget action role, cannot delete budget, ViewBudget ModifyBudget, spending limit, set a budget, budget not allowed, budget notification missing, limit monthly spending, stop instances when over budget, budget mail, unable to create budget, budget notification sns, budget threshold mail, budgets page denied, cap on spending per month, stop ec2 when limit reached, no mail from budget, budget alert went to the wrong person, raise the budget amount, read-only user edits budget, budget apply scp automatically, budgets:ModifyBudget missing, hard limit on costs',
  ],
  [
    'billing/bulk-policy-migrator',
    'migrate old billing policies, aws-portal at once, affected policies, update many policies, fine-grained billing actions migration, deprecated billing permissions everywhere, migration tool billing, replace deprecated actions in all accounts, script that rewrites billing policies, scps still contain aws-portal, customer managed policies with old billing actions, roll back the migration, old aws-portal permissions in many accounts, change all billing policies in one go, script to update old billing permissions',
  ],
  [
    'billing/carbon-footprint',
    'carbon footprint, emissions, sustainability, co2 emissions report, customer carbon footprint tool, sustainability page, climate report, greenhouse gas, co2 of our cloud usage, esg report from aws, where did the emissions page go, sustainability console no permission, greenhouse report for auditors, scope 3 emissions, how green is our cloud, co2 of our servers, environmental report',
  ],
  [
    'billing/close-account',
    'close account, delete aws account, cancel aws, reopen account, charged after closing, close account button missing, account closed still billed, closing a member account, reactivate closed account, stop paying for account, get rid of account, stop all charges, cancel subscription, end aws contract, shut down account, terminate account, remove account forever, shut down aws, leave aws, get my closed account back, delete everything and stop paying, we do not use aws any longer, remove a test account, last invoice after closing, restore an account within 90 days, account closed but card still charged, quit aws, management account cannot be closed, delete sandbox account, delete an unused account, account of a sold company, we want to leave aws, stop using aws for good, company shuts down, end everything with aws',
  ],
  [
    'billing/compute-optimizer',
    'compute optimizer opt in, rightsizing recommendations, compute optimizer empty, rightsizing denied, compute optimizer has no recommendations, oversized instances, enroll compute optimizer, no recommendations for my instances, enrollment status pending, opt in whole organization, too few metrics for recommendation, right size servers, which servers are too large, save money on instance sizes, opted out of recommendations, cannot opt in, suggestions for smaller machines',
  ],
  [
    'billing/cost-allocation-tags',
    'activate cost allocation tags, tag missing in cost explorer, tag costs by project, tags not showing in cost explorer, activate tag, tag not in billing, managed at the payer account level, backfill tags, user-defined tags costs, tag for chargeback, aws_ce_cost_allocation_tag, project tag empty, tag without costs, per project spend, split costs by customer tag, tag key not selectable, activate tags from payer only, tag shows up after 24 hours, label resources for accounting, filter report by environment tag, createdBy tag',
  ],
  [
    'billing/cost-anomalies',
    'anomaly detection alert email not received, monitor subscription, cost anomaly email missing, anomaly monitor denied, anomaly alert sns topic, unusual spend alert, spend spike alert, costalerts, anomaly digest, anomaly slack, weekly anomaly summary, unusual spend mail, warn me about odd spending, cost spike notification, alert subscription frequency, anomaly mail not confirmed, sns cannot publish cost alert, who receives anomaly alerts, tell me when costs jump, unusual spending mail, anomaly monitor, sudden spike notice',
  ],
  [
    'billing/cost-categories',
    'cost category, group costs by team, costs by team, split shared costs, cost category rule denied, map accounts to teams, business unit costs, split bill between departments, group accounts by department, assign accounts to cost centers, shared costs between units, rule based grouping of costs, cost center mapping, internal allocation of the bill, profit center, spending by team, costs per department, expenses grouped per team, group costs by rules, cost center report, assign accounts to departments',
  ],
  [
    'billing/cost-explorer',
    'cost explorer, cost explorer permission denied, cost explorer not enabled, cost explorer no data, DataUnavailableException, see costs, ce access denied, cost explorer empty, cost explorer shows no data, forecast not available, cost and usage graph missing, cost management console denied, GetCostAndUsage denied, hourly granularity, costs, cost management, payer account needs to enable cost explorer, chart empty, how much does my team spend, cost graph, daily costs, cost report denied, user not enabled for cost explorer, ce:GetCostAndUsage, see spending, cost trend, reservation utilization denied, coverage report denied, rightsizing in cost explorer, month to date costs, usage type report, how much did we spend, spend per service chart, costs of last month by account, compare months, why do figures differ from the bill, enable cost explorer for linked accounts, no historical data, costs of today not visible yet, amortized unblended, filter costs by service, which service costs most, save a report, cost and usage api denied, reserved instance utilization report',
  ],
  [
    'billing/cost-optimization-hub',
    'recommendations, rightsizing, savings recommendations, cost optimization denied, enroll, save money recommendations, idle resources list, where can we cut costs, idle resources, suggestions to spend less, savings estimate missing, hub not enabled, delegate administrator for recommendations, savings suggestions in one place, hub is empty, list of savings tips, enable the hub, too expensive what can we switch off',
  ],
  [
    'billing/credits',
    'credits not showing, promotional code, coupon, voucher, redeem code, credit sharing, promo code invalid, credits not applied to bill, where are my credits, startup credits, activate credits, redeem denied, who used our credits, free credits, credit code error, credits of other account, credit code not eligible, promo credit expired, credit balance, activate grant, credit was used by other account, startup program credits, remaining balance of credits, promotional balance not used, apply coupon code, credit expired before use, switch off sharing of credits, why did my credit not reduce the invoice',
  ],
  [
    'billing/cross-account',
    'accounts outside my organization, third party vendor partner reseller cost tool needs billing access, external company, consultant needs billing access, third party needs to see costs, cloudhealth vantage role, give external accountant access, external bookkeeper access, partner account access, tool needs cross-account role, finops tool role, cost tool needs access, vendor reads our bill, consultant outside, consultant company wants our cost data, role for external tool, software vendor reads cost reports, partner must download invoices, advisory firm needs billing, read cost bucket from vendor account, trust third party safely',
  ],
  [
    'billing/dashboards',
    'billing dashboard widgets share schedule, cost dashboard, share dashboard, dashboard report by email, chart board for management, weekly cost report by mail, share cost charts with another account, widget shows no data, export dashboard to pdf, widget is empty, dashboard with charts of costs, send cost charts to my manager, scheduled report of dashboard, share a chart with colleagues, custom dashboard in cost management',
  ],
  [
    'billing/data-exports',
    'cost and usage report, CUR, report not delivered to bucket, export costs, CUR file missing, cost and usage report denied, legacy CUR, export bucket policy, parquet csv of costs, billing data into athena, costs as csv, daily cost file, download costs csv, focus export, detailed billing file, cur 2.0, billing data to s3, report status unhealthy, cur not delivered, parquet report, report bucket in another account, athena cur, redshift export, export healthy unhealthy, load cost data into excel, detailed line items file, cost data for power bi, tableau on aws costs, export stays unhealthy, bucket does not accept the report, hourly usage file, csv of all charges, athena table for costs, invoice line items raw',
  ],
  [
    'billing/discount-sharing',
    'discount sharing, share reserved instances, share savings plans, ri sharing turned off, savings plan used by other account, who uses our reserved instances, disable sharing of discounts, discount goes to wrong account, savings plan applied to other team, reservation benefits other account, exclude account from shared discounts, ri benefit missing, prioritize own account for discounts, group sharing, credits are not deducted in the sub account, share credits within the organization, other account uses our reserved instances, turn off sharing of discounts, one account gets all the discounts, member gets no savings',
  ],
  [
    'billing/finance-account',
    'finance account sees all bills, bills of all accounts without management account, billing delegated administrator, finance team without management account, see invoices of all linked accounts, delegate billing to another account, read bills from another account, central finance account, all invoices in one account, accounting account sees all accounts, not payer but needs all bills, accounting works in a different account than the payer, view all accounts bills elsewhere, delegated admin for billing, consolidated figures outside management account, controlling account, finance in its own account, costs seen from another account than the payer, controlling sits in another account, headquarters pays but finance works elsewhere, delegate cost management',
  ],
  [
    'billing/free-tier',
    'free tier expired, free plan ended, upgrade free plan, trial over, free tier usage, free credits used up, trial ended everything denied, free plan restricted, service not available on free plan, free tier limit email, account closed after free plan, free plan six months, free account limits, is it still free, twelve months free, upgrade account plan, free plan expired, 12 months free over, free usage limit, free year is over, surprise that free tier is not free, stay within free limits, paid plan upgrade, service blocked on free account, credits of sign-up, six month trial, account deleted after free period, free tier alert mail',
  ],
  [
    'billing/govcloud-and-china',
    'govcloud billing, china billing, no billing in govcloud, china region invoice, aws-us-gov bill, aws-cn, partition billing, beijing ningxia bill, standard account of govcloud, us-gov account invoice, chinese account bill, sinnet nwcd fapiao, billing console missing in gov partition, costs of govcloud account, account for us government, chinese account bills, govcloud invoice, separate partition billing, beijing region costs',
  ],
  [
    'billing/invoice-units',
    'separate invoice for linked account, split invoice, invoice per subsidiary, one invoice per linked account, bill each department separately, wrong company name on invoice, correct name on invoice, invoice receiver, legal entity invoice, business unit invoice, subsidiary own invoice, invoice per company, separate invoice for account, each subsidiary wants its own invoice, different bill-to address per account, own vat number per company, group invoices by legal unit, tax registration of daughter company on invoice, one account wants its own invoice, subsidiary needs its own bill within the group, separate bill per company, different invoice for every country, split one bill to several companies, second invoice for daughter company, customer account gets own invoice, which company is on the invoice, invoices for each legal entity in the organization',
  ],
  [
    'billing/invoices-by-email',
    'invoice by email, send invoice to accountant, invoice sent to wrong email, get invoice automatically, accounting wants pdf every month, accountant needs invoices monthly, additional invoice email, billing contact email, invoice recipient, root user gets no invoices, forward invoices, invoice mailing list, add email for invoices, pdf invoice not received, pdf invoice every month by mail, mail invoice to accounting, invoice copy, second invoice recipient, bookkeeping should get the pdf automatically, invoice to shared mailbox, add cc for invoices, email delivery of pdf invoices, nobody receives the invoice mail, change recipient of bills, alternate contact, send invoices to our tax firm, copy of the invoice to a second address, accounting mailbox receives invoices',
  ],
  [
    'billing/keep-people-out',
    'hide costs, hide billing from users, deny billing, block billing, remove billing access, cost widget, developers must not see costs, remove cost widget from console home, hide prices, restrict billing access, only finance sees costs, revoke billing access, interns must not see costs, deny billing to interns, hide cost widget, contractors must not see bill, block cost explorer for developers, only finance may see costs, hide money from developers, restrict who sees prices, employees can see what we spend, explicit deny for billing pages, take away cost explorer, deny costs to one account, students must not see billing, console home shows costs to everyone',
  ],
  [
    'billing/leave-or-join-organization',
    'leave organization, join organization, remove account, accept invitation, invite account, cannot remove account from organization, leave organization denied, move account to other organization, standalone account, payment method required to leave organization, constraint violation, wait period, detach account, make account standalone, invite existing account, organization invitation failed, invitation expired, invite account denied, handshake, too many handshakes, kick an account out of the organization, take our account with us, standalone payment data missing, invite a company we bought, handshake expired, organization invitation not received, separate from parent company, accept invite denied, too new to leave',
  ],
  [
    'billing/let-others-in',
    'give accountant access to billing, grant finance team access, add billing user, read-only billing access, share bills with colleague, give user access to billing, add accountant, accountant needs bills, auditor read only billing, new finance employee, how can my boss see the bill, allow colleague to see costs, permission for finance, share invoices with accountant, new finance employee needs access, new colleague needs billing, give boss access, management wants to see spend, view only billing user, external accountant view only, permissions for accounting department, billing user for tax adviser, finance needs aws login, delegate billing, create billing group, finance team read only, accountant without ec2, cfo access, read costs and nothing else, bookkeeper access, person from controlling, auditor read access to bills, user for invoices only, accountant login billing only, create login for bookkeeper, accountant should look only, who should get which billing rights, share bill access with finance, give view rights for invoices, external auditor login, permission set for finance, new controller needs access, delegate payments to a colleague, separate login for accounting, tax consultant should see invoices, people from finance without technical rights, tax advisor needs the invoices, new employee for billing, finance must not touch servers only see costs, give accountant a login, someone outside it should see costs, purchasing needs invoices',
  ],
  [
    'billing/lost-root-mfa',
    'lost root mfa, root mfa device broken, new phone root user, cannot sign in as root mfa, phone with authenticator lost, root second factor, break glass root, mfa code not accepted, authenticator gone, security key lost, hardware token lost, mfa on old phone, reset root mfa, root yubikey lost, root authenticator gone, root phone broken, phone stolen root login code, authenticator app reset, new smartphone cannot get code, troubleshoot mfa link on sign in page, verification call not coming, sign in using alternative factors, phone number outdated, former admin has the token',
  ],
  [
    'billing/lost-root-password',
    'forgot root password, reset root password, sign in as root user, cannot log in as root, root password email not arriving, password recovery disabled, account owner password, main account password, root login fails, root reset mail, captcha, password reset mail never arrives, reset link does not arrive, owner login forgotten, which email belongs to the account, mailbox of the owner, captcha loops, owner forgot password, reset mail for owner, no email for root reset, main login password unknown',
  ],
  [
    'billing/managed-policies',
    'aws managed policy for billing, Billing AWSBillingReadOnlyAccess, which policy to attach, job-function billing, AWSBillingReadOnlyAccess, which policy for accountant, billing policy name, ViewOnlyAccess billing, ReadOnlyAccess and billing, which policy gives billing, finance managed policy, billing full access, which policy for finance, ready policy for accountant, ready made policy for finance, difference between Billing and AWSBillingReadOnlyAccess, policy that allows payments, does viewonlyaccess contain billing, does administratoraccess include billing, predefined policy for bills, name of the finance policy, which ready-made policy for billing, does the read-only policy include invoices, job function billing policy, policy for accountant made by aws',
  ],
  [
    'billing/marketplace',
    'bedrock model access denied, subscribe marketplace, third-party model, private marketplace, claude model access denied, aws-marketplace Subscribe denied, subscription denied, bedrock third party model, buy software, unsubscribe product, marketplace permission, foundation model subscription, marketplace subscription denied, accept terms of model, saas subscription, aws-marketplace:Subscribe, buy software through aws, subscription needs approval, procurement of third party product, private offer, vendor product blocked, marketplace charges, cancel a subscription of a product',
  ],
  [
    'billing/member-account-without-root',
    'member account no root user credentials, centralized root access, sts AssumeRoot, root user disabled in member account, no root password for member account, root sessions, unlock bucket policy with root, root access management, root login disabled, no password for root in member, root of member account, delete root credentials, privileged task, password reset impossible in child account, root login of sub account removed, central root management, bucket policy locked everyone in member account, recover queue policy, new account has no root password',
  ],
  [
    'billing/member-accounts',
    "member account costs, linked account bill, member account invoice, consolidated billing, linked account cannot see bill, linked account costs hidden, bill of member account, payer account hides costs, prices missing in member account, account in organization has no bill, bill shows zero, bill is empty in member account, sub account invoices, linked account doesn't have access, bills page empty, child account bill, costs hidden by management account, why zero costs, linked account sees no bill, sub account costs, payer does not share, credits and refunds hidden, our bill is hidden by the parent, sub account without invoices, see only own costs, consolidated bill at headquarters, company pays centrally, no prices shown in linked account, who pays for this account, payer, statement empty although services run",
  ],
  [
    'billing/new-sign-up',
    'new sign-up, no root user, aws settings, console looks different, builder id account, signed up with google, google login aws account billing, signed up with apple, projects instead of accounts, no account page, aws settings instead of billing, registered with google account, no root user exists, builder id login, where are invoices in the new experience, simplified console, just opened an account, sign up not complete, waiting for activation, verification code does not come, account not active after registration, card declined at sign up, service needs subscription after sign up',
  ],
  [
    'billing/not-authorized',
    'see my bill, open billing console, billing access denied, not authorized billing, billing page permission, bills menu missing, billing console access denied, cannot see invoices, billing does not open, need permission for billing, not allowed to see billing, billing, billing console, billing error, billing forbidden, no billing permission, bill page denied, access to bills, finance user sees error, billing console blank, billing console empty, bill page error, GetBillingData denied, red error on billing page, access denied when i open bills, bills page refuses me, you do not have permission to view billing, need access to the billing console, billing tab empty, cannot see costs or invoices, error on payment page, i work in finance and get access denied, every billing page shows an error, no rights for billing',
  ],
  [
    'billing/pages-and-actions',
    'which permission action for billing page, GetBillingData, list of billing actions, what permission do i need for billing page, list of billing permissions, action for credits page, fine-grained billing actions, permission list billing console, minimum permission for billing page, which action opens page, permission for page, action of billing page, permission for payments page, list of permissions per billing page, minimum permission for payment page, what rights does cost page require, table of billing actions, permission names for invoices',
  ],
  [
    'billing/pass-role',
    'pass role to a service, not authorized iam PassRole, pass role error, allow passing role, passrole denied budget, cannot give role to service, service needs a role from me, hand over a role, cannot create function because of role, cannot attach role to service, missing PassRole in my policy, role for budget action, billing feature needs a role, hand a role to a billing service, choose role for data export, pass role missing in billing console',
  ],
  [
    'billing/payment-methods',
    'add payment method, change payment method, remove credit card, change credit card, default card, card expired, replace card, delete default card, direct debit sepa bank account, card cannot be removed, which card is charged, update card, new credit card, change bank account, invalid payment method, switch to invoice payment, swap card, default payment method, sepa direct debit, wire transfer, payment profile per seller, pay by invoice, replace expired card, card was declined, change iban, pay on account, pay by wire, verify card, two cards, remove old card, switch from card to invoice, direct debit, currency of payment, bank account, card of former employee',
  ],
  [
    'billing/payments-and-invoices',
    'pay button grayed out, pay bill, download invoice, invoice pdf, last month invoice pdf, invoice missing, past invoices, pay overdue bill, payment failed, bank transfer details, cannot open invoice, make a payment, pay as iam user, invoices with a command, receipt, payment history, pay now, make payment denied, get invoice, invoice of last year, vat invoice download, last month invoice, download pdf invoice, pay open invoice, outstanding balance, unpaid invoice, GetInvoicePDF, retry payment, download receipt, pdf of the bill, open invoice due, pay now button, print invoice, invoice of previous year, payment failed retry, pay outstanding amount, bill or invoice, get all invoices by script, invoice list empty, remittance, account statement, invoice archive, tax document download, proof of payment, receipt for tax office, monthly statement, white screen instead of invoices',
  ],
  [
    'billing/preferences',
    'billing preferences, pdf invoice by email, free tier email alerts, billing preferences denied, billing settings, change preferences denied, pdf invoice delivery preference, alert preferences, free tier alert setting, ri sharing preference, checkbox in billing preferences is grey, pdf by email setting, turn off sharing, save preferences denied, change alert preferences, pdf by mail off, sharing preferences, invoice delivery setting, free tier alerts setting',
  ],
  [
    'billing/pricing-calculator',
    'pricing calculator, estimate costs, cost estimate denied, estimate bill, estimate price, workload estimate, bill estimate denied, bcm-pricing-calculator, private rates in estimate, estimate future costs, quote for a project, what if scenario, calculator uses list prices, import usage into calculator, estimate before buying, save an estimate, what would it cost, how much will it cost, quote for a new project, import my usage in an estimate',
  ],
  [
    'billing/procurement-portals',
    'e-invoice, coupa, sap ariba, procurement portal, peppol, electronic invoice, supplier portal, ariba coupa invoices, send invoices to sap, erp invoices, ariba, sap business network, punchout, supplier portal upload, ariba network invoice, electronic invoice to customer system, oauth client for portal, purchase portal connection failed',
  ],
  [
    'billing/purchase-orders',
    'purchase order po number permission, po number on invoice, purchase order missing, add po, order number, our po on bill, po number, po on invoice, purchase order line item, po balance, our reference number on the invoice, order number required by accounting, assign po to invoices, po expired, po balance used up, line item of the order, invoices without po get rejected, number of our order on invoice, invoice without po number, add order to account',
  ],
  [
    'billing/region-lock',
    'region restriction scp blocks billing, us-east-1, deny outside regions, billing denied by scp region, deny outside eu exempt billing, us-east-1 blocked, region deny control tower, requested region billing, guardrail blocks cost explorer, control tower region deny billing, only frankfurt allowed billing broken, billing denied since region restriction, deny all outside eu breaks billing, aws:RequestedRegion billing, billing blocked outside frankfurt, us-east-1 denied by company policy, region rule breaks cost explorer, europe only rule and invoices, exempt billing from region deny',
  ],
  [
    'billing/retired-actions',
    'aws-portal ViewBilling ModifyBilling stopped working, old deprecated billing actions, aws-portal not working, ViewBilling deprecated, ViewUsage ViewAccount, old billing policy has no effect, purchase-orders ViewPurchaseOrders, old billing permissions, viewbilling not valid, policy worked before 2023, aws-portal ViewUsage, aws-portal ModifyBilling, old billing actions, cur:DescribeReportDefinitions old, what replaced aws-portal, ViewBilling stopped working, ViewPaymentMethods, ViewUsage, old billing policy broken since 2023, ModifyPaymentMethods, new names of billing actions',
  ],
  [
    'billing/root-email-unread',
    "root email unknown, change root email address, former employee owns account, no access to mailbox, root email of person who left, owner left company, change root email, email address of account wrong, mailbox deleted, employee left root account, owner of account unknown, who owns the account, mailbox does not exist, person who created account left, former employee root mailbox, admin left root login, nobody knows root login, login mail of the founder, change owner email, email domain no longer exists, take over account of colleague, who owns the account email, transfer ownership of account, who set up our account left, mailbox of owner does not exist, owner's address belongs to a former employee, nobody reads the root mailbox, change email of root without access",
  ],
  [
    'billing/savings-plans',
    'buy reserved instances savings plan purchase denied, commitments, buy reserved instance denied, purchase reserved instances permission, savings plans denied, commitment purchase, commit to spend, return savings plan, buy reservation, reserved capacity denied, buy savings plan denied, reserved instance purchase denied, queued savings plan, reservation marketplace, commitment recommendation empty, who may buy savings plans, three year commitment, commit for a year, buy a plan, return a savings plan',
  ],
  [
    'billing/sellers-of-record',
    'seller of record, aws europe, aws india, which company bills me, invoice in another currency, amazon web services emea sarl, aws inc or emea, wrong company on invoice, aws india aispl, aws entity on invoice, luxembourg invoice, reverse charge seller, aws emea sarl, aws inc, aws europe invoice, wrong aws company, aws emea sarl or inc, different seller since this month, w-9 or vat of amazon, issuer of the invoice, contracting party, address of aws on the invoice, supplier master data, registered office of aws, supplier form, invoice in euro, which amazon company bills us, two bills from two aws companies, invoice from another country, which legal entity do we owe',
  ],
  [
    'billing/support',
    'upgrade support plan, change support plan, open support case, trusted advisor, business support, support case denied, support center denied, support plan price, enterprise support, premium support required, trusted advisor denied, talk to aws, contact aws, create case denied, technical support permission, support plan upgrade denied, open a ticket, support:CreateCase, business support price, support plan changes 2027, chat with aws, talk to a human at aws, cannot create case, support plan too low, upgrade to business support, premium support api, trusted advisor checks locked, contact customer service, phone support, downgrade support plan',
  ],
  [
    'billing/suspended-account',
    'account suspended, account blocked, unpaid bill, account deactivated, past due, account verification, card declined, payment declined, account will be closed unpaid, account locked, overdue payment, cannot log in to pay, account on hold, past due balance, account disabled by aws, services stopped unpaid, reactivate suspended, cannot launch anything new account, verify account, account blocked after payment, restore suspended account, account restricted, reactivate after payment, verification documents requested, we missed the payment, everything denied suddenly, fraud check, bill overdue, forgot to pay and all is down, account locked for unpaid bills, services stopped after missed payment, aws locked us out, pay overdue and get back in',
  ],
  [
    'billing/tax-settings',
    'vat number, gst number, tax id, tax exemption, vat id, gst, tax registration number, w-9, tax invoice, add tax number, new billing address on invoice, change address on invoice, legal name on invoice, tax number wrong, company tax information, vat missing on invoice, tax registration denied, vat id wrong, reverse charge, tax exemption certificate, tax registration, us sales tax, add vat id, tax registration number invalid, remove german vat from bill, tax inheritance greyed out, business number, tax address differs, charged vat although company',
  ],
  [
    'billing/temporary-delegation',
    'partner product requests temporary access, approve delegation request, delegation request, partner wants access, approve partner access, temporary permissions for vendor, access for some days, time-limited access for partner, msp access for a short time, vendor asks for access once, approve access request in console, partner requests approval, CreateDelegationRequest, temporary access request, approve request from vendor product, partner asks for permission link, accept delegation request, product integration wants temporary rights, send request to administrator',
  ],
  [
    'billing/unexpected-charges',
    'why was i charged, charged without an account, never opened an aws account, unexpected bill, high bill, unknown charge, who caused costs, surprise bill, bill went up, charged for service not used, where do costs come from, nat gateway charge, who created these resources, bill doubled, bill higher than last month, costs exploded, bill suddenly high, forgotten resources, bill for account i do not use, charge in unused region, charged but not using, what costs money, money taken from card, find running resources, charge after deleting everything, who pays for this, charged after free tier, crypto mining, unknown service on bill, find what is running, unknown ec2 instances, resources in other region, charge i do not recognize, still charged, bill suddenly higher, charge after deletion, still paying although nothing runs, unknown amazon web services debit, ask for money back, refund request, find forgotten resources, nat gateway costs, too expensive, someone used our account, cost jump, amount on credit card statement, who did this on our bill, big bill for a test account, shock bill, charged for something i removed, still pay although everything is deleted, what is this charge, bill is higher than expected, charge for a database that i thought was gone, bill for an account that i do not use, servers running that i do not know, strange instances, i never signed up but pay, where does the cost come from, hidden costs',
  ],
  [
    'checker',
    'paste my error, analyze access denied, check a policy, explain my policy, tool to find the reason, test a request against policies, debug policy, why was i denied, explain this error, put error and policies in and get the reason, find which statement denies, test whether a policy allows a request, what is wrong with my policy, is this request allowed, upload my policies and error, try a policy',
  ],
  [
    'checks',
    'policy check, lint rules, list of checks, list of lint rules, policy warnings, error codes of access analyzer, lint my policy, find mistakes in a policy, warnings about a policy, policy validation errors, what does this policy warning mean, typo in policy, linter for iam policies, all warnings explained',
  ],
  [
    'compare',
    'compare policies, policy difference, compare two policies, difference between policy versions, new version allows more, is the new policy broader than the old one, put old and new policy next to each other, prove that an edit grants nothing new, does my edit allow more, two versions of a policy side by side, check a change of a policy before saving, compare before and after, version 1 and version 2 of policy',
  ],
  [
    'checks/json-syntax-error',
    'curly quotes, smart quotes, typographic quotes in policy, json syntax error, policy copied from web page, quotation marks underlined, missing comma, trailing comma, unexpected token',
  ],
  [
    'credentials/alternatives',
    'alternatives to access keys, avoid long-term access keys, temporary credentials instead, without access keys, roles instead of keys, best practice access keys, long-lived keys, no access keys, better than access key, login without keys, roles anywhere, no long-lived keys, program without access key, keyless ci, use iam roles anywhere, temporary credentials for scripts, stop using access keys, avoid long-term keys, use roles instead of keys, no static keys in ci, safer than access keys',
  ],
  [
    'credentials/another-user',
    'wrong user in message, different account, wrong profile, who am i, wrong account, get-caller-identity, different user, error shows other role, arn is not mine, logged in as wrong user, acts as different role, wrong identity, caller identity unexpected, other user in error, error names wrong role, why am i someone else, cli runs as other person, unexpected identity in message, profile of colleague, caller identity not what i expect, runs as instance role',
  ],
  [
    'credentials/create-access-key',
    'create new access key denied, new access key, create access key button missing, CreateAccessKey denied, programmatic access, generate key, key for script, button create access key grayed out, iam user key for cli, new access key denied, no create access key button, access key not allowed by policy, create key button missing, new key for user, generate api key, aws api token, sso user needs key, key for role impossible, iam:CreateAccessKey not allowed',
  ],
  [
    'credentials/key-formats',
    'AKIA ASIA AROA AIDA prefix meaning, unique id, key id format, what is AKIA, difference AKIA ASIA, access key looks like, what kind of key is this, string begins with AKIA, AIDA id in policy, AKIA prefix, ASIA prefix, AIDA prefix, AROA prefix, what kind of id, principal id in policy, what does AKIA mean, is the key id secret, unique id prefix, arn became random letters, base64 secret length, what does ASIA mean, which kind of key is this, id starting with AIDA',
  ],
  [
    'credentials/last-used',
    'last used key user role, unused keys, stale credentials, unused iam users, inactive keys, find old keys, is this key still used, credential report, old access keys, never used keys, remove unused users, key activity, stale keys, unused roles, when was role used, key unused for months, find inactive users, role never used, stale keys cleanup, which service did the user call last, dormant accounts, users not signed in for a year, password last used, last login of users, is this key still in use, when was a key used last, can i delete this key, who still uses this key, which service was the key used with, unused keys of users',
  ],
  [
    'credentials/leaked-key',
    'leaked key, exposed access key on github, account compromised, account hacked, AWSCompromisedKeyQuarantine, key in public repository, secret committed to git, key pushed to github, someone stole my key, suspicious activity email, AWSCompromisedKeyQuarantineV2, crypto mining in my account, keys suddenly stopped quarantine, revoke sessions of user, key exposed, credentials in public repo, hacked, unauthorized activity, aws emailed about my key, attacker, irregular activity, exposed access key mail, abuse report, secret key committed by accident, compromised credentials, credentials pasted in chat, someone mines crypto, aws wrote that my key is compromised, quarantine policy attached, hacker in our account, secret committed, foreign instances running, revoke stolen key, secret got into a docker image, key in a public repository, key posted in chat, key in app code, key published by mistake, quarantine policy on my user',
  ],
  [
    'credentials/lost-mfa-device',
    'lost mfa device, reset mfa, authenticator app, new phone, authenticator lost, mfa reset for user, deactivate mfa, iam user new phone, mfa code wrong, mfa for user broken, cannot enter mfa code, remove mfa of user, lost phone, new phone mfa, google authenticator moved, resync mfa, deactivate mfa of a user, mfa lost iam user, two factor lost, colleague has new phone, authenticator lost iam user, deactivate mfa denied, virtual mfa left over, enable mfa explicit deny, mfa setup fails entity already exists, colleague lost his phone, user broke his phone, new phone no code for a user, iam user cannot enter code, reset mfa of a user',
  ],
  [
    'credentials/rejected-credentials',
    'invalid credentials rejected, no credentials, unable to locate credentials, credentials rejected, invalid credentials, keys not working, aws does not accept my key, keys stopped working, credentials suddenly invalid, key worked yesterday, keys rejected, credential error, cli not configured, aws configure, credentials not found, NoCredentialProviders, profile not found, wrong key or secret, aws refuses my key, incomplete signature, IncompleteSignature, partial credentials found, missing session token, token not valid, login of program fails',
  ],
  [
    'credentials/rotate-access-key',
    'rotate keys, replace keys, rotate access key, change access key, key older than 90 days, replace old key, renew access key, change keys safely, reactivate inactive key, key too old, renew key without downtime, replace key in production, change access key safely, swap credentials, regular key change, replace an old key without an outage, key is older than ninety days, new key then delete the old, key rotation steps, auditor demands new keys',
  ],
  [
    'credentials/sign-in-network',
    'sign in from a different network, console sign-in denied, sign in blocked by network, console login from home denied, sign-in ip, console login blocked, cannot sign in outside vpn, sign in page authentication information incorrect but password right, console login blocked from home, sign-in resource policy, console login only from office, login blocked at home, vpn required for console, locked out by network rule, console sign in denied by policy, sign in only from office, console sign-in denied by network, locked out when travelling, vpn needed to sign in',
  ],
  [
    'credentials/two-keys',
    'two access keys limit, LimitExceeded CreateAccessKey, third key, maximum two access keys, cannot create second key, access key quota, key limit reached, more than two keys, cannot create another key, user has two keys already, create third key, AccessKeysPerUser, maximum number of keys, cannot generate another key, only two keys allowed, user has already two access keys, delete one key first, key limit per user, cannot make another key, two keys are listed already',
  ],
  [
    'credentials/view-access-keys',
    'find my access key, secret access key, lost access key, lost secret access key, recover secret, see secret key again, retrieve secret access key, where are my access keys, show secret, secret key not shown, copy secret key again, download csv of key again, list keys of a user, get access key id, see secret again, key overview, own security credentials page, where is the secret stored',
  ],
  [
    'credentials/which-key-is-used',
    'unable to locate credentials, which profile credentials chain, environment variables, no credentials found, NoCredentialsError, credential chain, instance profile not used, instance role not picked up, AWS_PROFILE ignored, env variables override, imds credentials, default profile, ec2 instance role not used, instance role ignored, which access key is in use, cli uses old credentials, which credentials does sdk use, precedence of credentials, profile ignored, env file ignored, credential order, environment variables win, credential provider chain, order of credential sources, environment variable overrides profile, aws configure list, old key still used, sdk takes wrong credentials, credentials file ignored, instance metadata role ignored, which profile is active, unable to locate credentials in container, wrong environment by mistake, container has no credentials, program uses production account, docker container cannot find aws credentials, which key does my script use, program uses the wrong account, old key although i changed the file, environment variables win over profile, order in which credentials are looked up, sdk finds no credentials, ec2 uses wrong role, who am i, get-caller-identity shows another user, wrong profile',
  ],
  ['data-changes', 'new actions, new services, data age, changed managed policies'],
  [
    'guides/billing-access',
    'policy generator for billing access, generate billing policy, create policy for finance, write billing policy for my team, choose what finance may do, wizard, who in finance may do what, step by step finance access',
  ],
  [
    'guides/outside-access',
    'policy generator for external access, generate trust policy for vendor, third party access wizard, policy generator for vendor, let outsider in safely, create role for partner, wizard external access',
  ],
  [
    'hosting/no-egress',
    'privacy, does it send data, telemetry, security, is it safe to paste, does data leave browser, gdpr, is my data sent anywhere, does it upload policies, content security policy, security review of this site, is my policy uploaded somewhere, does the site send my policies or errors to a server, where do my pasted texts go, are pasted errors stored or logged, does this page call home, can i paste confidential things here, do my files leave my computer, is anything sent to third parties, cookies and tracking, does it keep what i paste, privacy policy, is my json transmitted, who sees what i paste, can i paste customer data',
  ],
  [
    'hosting/offline',
    'offline use, air-gapped, single file, no internet, download the site, usb stick, use without internet, airplane mode, single file checker, work on a plane, no network connection, keep a copy on a laptop, save it for later without internet, one html file, secure room without internet',
  ],
  [
    'hosting/portal',
    'embed in portal, web component, iframe, why-denied element, embed in intranet, show in internal portal, backstage, show the answer inside our intranet, button next to an error, put the checker on our own page, plug into an internal developer portal, embed the explanation in another website, content of frame allowed origins',
  ],
  [
    'hosting/servers',
    'self host, deploy, nginx apache docker, install on own server, docker image, nginx config, run it internally, own server, deploy behind nginx, docker, internal hosting, s3 website hosting of this site, host it ourselves, put the site on our web server, run it in kubernetes, headers and caching of static files, serve under a sub path, docker container of this site, iis caddy apache recipe',
  ],
  [
    'hosting/settings',
    'whydenied.config.json company configuration branding, change logo, company name, ticket link, add our scps, company settings file, add internal contact, put our own logo and help desk on the site, show our account names instead of numbers, add a link to our ticket system, preload company scps, change site name, configure without rebuild, say whom to ask',
  ],
  [
    'hosting/withdraw',
    'roll back uninstall remove version service worker, uninstall, old version stays cached, roll back, roll back version, remove bad release, old version cached, users still see the previous version, get rid of the cached site, take the site offline, service worker keeps serving, clear cached version for everyone, force everyone to the new version',
  ],
  [
    'messages/anatomy',
    'is not authorized to perform, understand error message, explain error message, what does this error mean, parts of the message, read the error message, User is not authorized to perform on resource because, which permission is missing, see missing permission, name of the missing permission, meaning of access denied message, read iam error, what is the resource in the error, understand the error, what does the error text tell me, parts of access denied message, which part is principal action resource, read denial, explain this error, parts of the error message, what does each word of the message mean, read an access denied message, who what where in the error, is not authorized to perform meaning',
  ],
  [
    'messages/anonymous',
    'user anonymous, unsigned request, no signature, request without credentials, aws cli no-sign-request, missing signature, opensearch anonymous, api gateway iam anonymous, browser link 403, no-sign-request, public link denied, no credentials sent, browser link forbidden, curl without signature, principal anonymous, public url denied, opened url in browser, not signed, browser link denied, image on website 403, public file not readable',
  ],
  [
    'messages/authorization-id',
    'authorization id, access troubleshooter, GetRequestAuthorizationDetails, authorization id in error, reason by id, complete details link in error, get-authorization-details, id at end of message, record of denial for 24 hours, what is the id at the end of the error, authorization id link, look up a denial by id, complete details of the denial, command that prints why by id, who can use the authorization id, expired authorization id',
  ],
  [
    'messages/boundary-explicit',
    'explicit deny in permissions boundary, boundary has a deny statement, denied by boundary explicitly, deny statement inside the boundary, boundary protects itself from removal, boundary forbids creating users, cannot delete boundary, developer role blocked from iam by boundary',
  ],
  ['messages/boundary-implicit', 'no permissions boundary allows, boundary leaves action out'],
  [
    'messages/clock',
    'clock skew, wrong time, signature not yet current, RequestExpired, clock wrong, RequestTimeTooSkewed, time difference, signature expired, docker clock drift, wsl time, system time wrong, ntp, time zone wrong signature, request expired, docker time wrong, computer time wrong, time drift container, vm clock after sleep, signature not yet valid, time zone of server, request time too far from server time',
  ],
  [
    'messages/cloudtrail',
    'find denied event in cloudtrail log, org trail, lookup-events, find access denied in cloudtrail, errorCode AccessDenied, look up denied event, event history, who denied my request, audit log of denials, where are denied requests logged, log of access denied, history of denied calls, search cloudtrail for denied, event history access denied, errorMessage empty, find who was denied, look up event of error, search denied calls, audit log of api calls, athena query for denied events, event not in cloudtrail, data events missing, who did it, who deleted it, who changed the policy, who created the resource, who started the machine, trace a change, which user made the call, find out who removed a permission, who changed a policy yesterday',
  ],
  [
    'messages/databases',
    'rds mysql postgres login denied, PAM authentication failed, cannot connect to rds with iam, access denied for user mysql, password authentication failed, redshift permission denied relation, database login fails, iam database authentication, postgres permission, mysql error 1045, ERROR 1045, psql denied, sql permission denied, postgres permission denied for relation, iam database login fails, grant select, database user rights, database login with iam refused, rds token rejected, rds iam authentication failed, connect to database with iam, psql login',
  ],
  [
    'messages/encoded-message',
    'decode encoded authorization failure message, decode-authorization-message, encoded message, UnauthorizedOperation, DecodeAuthorizationMessage, long encoded text, unreadable error ec2, decode message, decode-authorization-message denied, long encoded string, decode authorization failure, long random text in ec2 error, unreadable error text, who can decode it, long unreadable text in the error, encoded authorization failure, decode the long string, who may decode, message is a blob of letters',
  ],
  [
    'messages/expired-token',
    'ExpiredToken, session token has expired, credentials expired, ExpiredTokenException RequestExpired, session expired, token expired, temporary credentials expired, security token expired, presigned url expired, temporary key expired, session over, expired credentials ci, refresh token, session expired in the middle, ExpiredTokenException, token expired long job, session ran out, credentials no longer valid, job fails after an hour, temporary credentials old, login again, refresh credentials, link expired, credentials ran out, worked an hour ago, session is over, security token included in the request is expired, temporary keys no longer work, script stops after an hour',
  ],
  [
    'messages/identity-explicit',
    "explicit deny in identity-based policy, deny in my own policy, explicit deny identity policy, own policy contains deny, deny in group policy, explicit deny identity, administrator blocked by deny, which deny statement hits me, need to remove deny, deny in inline policy, i have allow star but still denied, a group's policy denies me, administrator but denied, find the statement that denies me, deny without mfa",
  ],
  [
    'messages/identity-implicit',
    'no identity-based policy allows, missing permission, add permission, AdministratorAccess missing, which permission do i need, simply missing permission, action missing in my policy, role lacks permission, need one more action, add missing action, nothing allows it, user has no rights for action, my role just lacks a permission, add the missing action, which statement do i have to add, new user can do nothing, user has no policies, read works but write is denied, job fails since somebody removed a permission from its role, permission was taken away from the role, nightly job stopped with access denied',
  ],
  [
    'messages/invalid-key',
    'InvalidClientTokenId UnrecognizedClientException InvalidAccessKeyId, security token invalid, security token included in the request is invalid, access key does not exist, InvalidAccessKeyId, UnrecognizedClientException, wrong access key, deleted key, token invalid, key id unknown, AuthFailure, token from other region, key inactive, typo in access key, session token missing, region needs enabling for key, key does not exist, key was deleted, key of another partition',
  ],
  [
    'messages/kubernetes-rbac',
    'kubectl forbidden, kubernetes rbac, cannot list resource pods, pods is forbidden, kubernetes forbidden, cluster role binding, system anonymous, kubectl unauthorized, kubectl denied, eks forbidden, serviceaccount cannot, aws-auth, cannot list pods, rolebinding missing, clusterrole, namespace rights, kubernetes user cannot create, aws-auth mapping, creator of the cluster left, nobody gets in with kubectl, cluster admin is gone',
  ],
  [
    'messages/lake-formation',
    'lake formation permissions athena glue table, insufficient lake formation permissions, lakeformation denied, table permission athena, table not visible athena, grant on table, glue catalog denied, lakeformation data location, data lake permission, data filter, LF-tags, grant select on table, lakeformation:GetDataAccess, database permission required, IAMAllowedPrincipals, glue table needs grant, table not visible in athena, lake formation says insufficient permissions, data lake grants',
  ],
  [
    'messages/no-detail',
    'access denied without reason details, 403 forbidden only, only access denied, 403 without reason, access denied no explanation, forbidden without details, 403 forbidden cli, just forbidden, plain 403, no explanation given, no reason given, 403 no message, only says access denied, message has no reason, how do i get more information, forbidden without explanation, short error, error gives no reason, only access denied without more, bare 403, no explanation in the error',
  ],
  [
    'messages/not-a-denial',
    'DryRunOperation ConditionalCheckFailed, not a permission error, error that is nothing to do with rights, DryRunOperation, ValidationError, conditional check failed, dry run, error but no permission missing, dry run succeeded, request would have succeeded, ResourceNotFound, validation error, conditional request failed, already exists, errors that only look like denials, error has nothing to do with permissions, network error, timeout, not a permission problem, bucket does not exist',
  ],
  [
    'messages/not-found-403',
    '403 on missing object, HeadObject 403 instead of 404, NoSuchKey, 403 instead of 404, head object forbidden, file missing 403, object does not exist forbidden, 404 or 403, key typo s3, s3 403 instead of 404, head object 403, wrong file name gives 403, object missing, nosuchkey as access denied, deleted object, key typo in bucket, 404 expected but 403, file does not exist but says forbidden, missing file looks like denial',
  ],
  [
    'messages/opt-in-and-quota',
    'OptInRequired, account not verified, region not enabled, not subscribed, region disabled, account pending verification, subscription required, new account not ready, service not activated, region off, service not enabled, NotSignedUp, needs subscription for service, account not signed up, account activation pending, new account cannot use service, blocked service in account, subscribe first, account not ready for service, pending verification, opt in required',
  ],
  [
    'messages/other-clouds-and-databases',
    'google cloud azure ssh git permission denied publickey, azure authorizationfailed, gcp permission denied, google cloud iam denied, git permission denied, not an aws error, linux permission denied, gcloud permission, azure role assignment, ssh denied, docker permission denied, oracle privileges, gcp denied, azure forbidden, ssh publickey, linux file rights, git push denied, nginx 403, chmod, not an aws message',
  ],
  [
    'messages/quota',
    'quota limit exceeded, vcpu limit, service quotas increase, limit exceeded, VcpuLimitExceeded, too many buckets, service limit, request quota increase, maximum reached, increase limit, too many policies, limit of instances, limit reached, quota increase, too many policies attached, policy too large, PoliciesPerUser, limit too low, raise limit, maximum number reached, too many vpcs, concurrent executions, request more capacity, TooMany, resource limit exceeded, policy size exceeded, elastic ip limit, too many of something, limit of my account reached, ask for a higher limit, raise vcpu limit, quota increase denied',
  ],
  [
    'messages/rcp-explicit',
    "explicit deny in resource control policy, resource control policy denies, rcp deny, resource owner organization denies, other company's organization blocks, no resource control policy allows, because no resource control policy, foreign organization denies my request, bucket in another organization says resource control policy, partner cannot read our bucket because of rcp, data perimeter denies outsiders",
  ],
  [
    'messages/resource-explicit',
    "explicit deny in resource-based policy, bucket policy denies, locked out of my bucket, deny in key policy, denied by the bucket itself, deny in bucket policy locked us out, queue policy denies, secret policy deny, https required, deny for everyone in bucket policy, bucket refuses everyone even root, bucket policy says no without https, vpc only bucket blocks console, deny by the queue's owner, i locked myself out of a bucket, bucket policy mistake and nobody can delete it",
  ],
  [
    'messages/resource-implicit',
    "no resource-based policy allows, bucket in other account, other account's secret, resource does not name me, owner must add me, secret of other team, topic policy missing me, key policy does not allow, bucket owner has to grant, the other account's bucket does not list my role, owner of the resource must add me, both sides must allow, my policy is fine but the resource is foreign, queue in other account denies, ask the owner to allow my account",
  ],
  [
    'messages/scp-explicit',
    'explicit deny in service control policy, organization denies, scp denies, organization blocks, who owns the scp, company blocks this action, central it forbids, denied by organization policy, guardrail denies even admin, landing zone blocks, even root denied, ask cloud team for exception, name of the scp in error, company policy blocks the service, central it forbids this, organization forbids the region, admin of member account still blocked, blocked by the organization, cannot be fixed in my account',
  ],
  [
    'messages/scp-implicit',
    "no service control policy allows, scp does not allow, FullAWSAccess missing, FullAWSAccess detached, allow list scp, new ou has no FullAWSAccess, allowlist misses a service, scp leaves out action, nothing allowed in account after scp change, organization does not allow the service, account moved to another ou and nothing works, FullAWSAccess was removed from the ou, allow list of the organization lacks a service, new account can do nothing, service not on the company's list, moved the account into another organizational unit and everything is denied",
  ],
  [
    'messages/session-explicit',
    'explicit deny in session policy, session policy deny, session has deny, restricted by broker, temporary credentials carry a deny, broker tool denies an action in the session, role may but the session forbids, session from a vending tool blocks me, get a session without the limiting policy',
  ],
  [
    'messages/session-implicit',
    'no session policy allows, role can but session cannot, limited temporary credentials, scoped session, credentials from tool too narrow, my session leaves out the action, credentials from a broker can do less than the role, tool narrows my credentials, temporary credentials allow only some actions, session policy too small, same role works elsewhere but not in this tool',
  ],
  [
    'messages/signature',
    'SignatureDoesNotMatch, wrong secret key, signature does not match, special characters in secret, signature v4, wrong secret, calculated signature, canonical string, signature mismatch, canonical request, presigned url signature, secret contains plus sign, proxy changes headers, host header changed, signed url invalid, signature version 4, copy paste of secret wrong, AuthorizationHeaderMalformed, wrong region in signature',
  ],
  [
    'messages/sso-expired',
    'aws sso login expired, token has expired and refresh failed, aws sso login, sso token expired, sso session, token refresh failed, configure sso, identity center login expired, sso cache, sso token missing, sso token refresh, browser login for cli expired, sso session profile, sso cache missing, my login ran out, log in again in the terminal, aws sso login needed, session of single sign-on ended, worked yesterday and today login is needed',
  ],
  [
    'messages/throttling',
    'throttled rate exceeded, too many requests, SlowDown, RequestLimitExceeded, rate exceeded, TooManyRequestsException, slow down, api limit, slow requests, retry later, request rate, rate limit exceeded, backoff, too fast, calls per second, limit of requests, exponential backoff, api throttled, rate limit, 429, 503 slow down',
  ],
  [
    'messages/training-lab',
    'aws academy learner lab access denied, vocareum, voclabs, voc-cancel-cred, LabRole, student lab no permission, lab session ended, udacity cloud lab, cannot create iam role in lab, sandbox account explicit deny, course lab denied, start lab again, university aws account, school lab, course account forbids, student account denied, lab ended, cloud academy sandbox, workshop account cannot create, lab role voclabs',
  ],
  [
    'messages/trust-policy',
    "cannot assume role, AssumeRole access denied, because no role trust policy allows, assume role not authorized, trust policy missing, role does not trust me, sts assume denied, role does not let me in, role trust lacks me, AssumeRole refused by trust, role does not trust my account, user not allowed to assume role, sts assumerole fails although i have permission, role's owner must change trust, principal in trust policy was deleted and recreated, root may not assume role",
  ],
  [
    'messages/vpc-endpoint-explicit',
    'explicit deny in vpc endpoint policy, endpoint policy deny, endpoint denies, network team blocks bucket, private endpoint forbids foreign buckets, data perimeter at the endpoint, endpoint blocks buckets of other companies, network admin must exempt a destination, download from vendor bucket blocked inside the vpc',
  ],
  [
    'messages/vpc-endpoint-implicit',
    'no vpc endpoint policy allows, works outside vpc, endpoint list lacks my bucket, works on laptop fails in private subnet, endpoint does not allow, works at home but not from the subnet, private link does not let my request through, endpoint only lists some buckets, yum update from s3 repository fails in private subnet, server in private network denied, call fails inside the vpc only',
  ],
  [
    'messages/which-gate',
    'access denied, explicit deny, which policy denies me, administratoraccess still denied, why denied although allowed, which policy blocked me, find out why denied, still denied, admin but denied, have permission but denied, troubleshoot access denied, terraform apply access denied, terraform plan 403, cli says forbidden, aws cli access denied, pipeline access denied, explicit deny but i have admin, why am i denied, who blocks me, reasons for access denied, checklist access denied, permission looks right but denied, find the reason, several policies, what kind of policy denied, implicit deny what now, where does the deny come from, no access, permission error, access problem, steps to find the cause, troubleshoot denied request, unauthorized, which of several policies says no, explicit deny but where is it, message does not say which policy, find out who blocks me, too many policies which one is it, find the deny, denied somewhere in the organization or my role',
  ],
  [
    'policies/compare-proof',
    'formal proof comparison zelkova, is it proven, smt solver, how does the comparison work, not proven result, how sure is comparison, why does it say not proven, can i trust the comparison, nothing new is allowed for every request, how is the comparison tested, automated reasoning about policies, what does proven mean here',
  ],
  [
    'policies/condition-operators',
    'StringLike vs StringEquals, ForAllValues ForAnyValue, IfExists, condition not working, condition ignored, ArnLike, IfExists operator, wildcard in condition, BoolIfExists, ForAllValues empty, condition does not match, not operators, null condition, multiple values condition, date condition, stringlike, forallvalues, forany, numericlessthan, dateless, condition never true, difference between operators, condition matches nothing, list in condition, compare case insensitive, ignore case, ArnEquals or StringEquals, null check, IpAddress operator, condition with several keys and or, set operators, wrong operator, allow only certain instance types, restrict sizes by condition, ForAllValues and ForAnyValue, several values in a condition, or and and in conditions, StringLike with star, condition with absent key, restrict ec2 sizes by policy, allow only small instance types, limit instance type with condition, condition is ignored',
  ],
  [
    'policies/cross-account',
    'cross account access, share bucket with another account, access from other account, access resource in another account, both accounts must allow, bucket in another account, other account denied, share with other account, two accounts, queue from another account, secret from another account, resource of another account, works same account only, other account cannot use my queue, other account cannot read my table, principal of other account, foreign account cannot read, share table with other account, give partner account access to bucket, needs both sides, grant other account, user in account a resource in account b, copy between accounts, read bucket of other account, delegate to another account, terraform state bucket in another account, read secret of another account, cross account access denied, vendor outside of our company reads a bucket, company outside needs one folder of our bucket',
  ],
  [
    'policies/how-aws-decides',
    'policy evaluation order, policy evaluation logic, deny overrides allow, precedence, deny beats allow, how are policies evaluated, evaluation logic, which policy wins, how does iam decide, allow and deny both, priority of policies, order of evaluation, deny wins, what happens with no statement, allow plus deny, who wins, multiple policies combined, union or intersection of policies, default deny, implicit deny explained, explicit deny explained, logic of permissions, allow and deny at once, logic of policies, deny wins over allow, why does deny win, implicit and explicit deny difference',
  ],
  [
    'policies/identity-based',
    'iam user policy, policy too long, attach policy, managed inline policy, inline policy vs managed policy, attach policy to user, add action to policy, iam policy, permission, how long until changes take effect, when does a policy change take effect, changes not effective yet, where to add permission, edit user policy, policy attached but no effect, group policy, add permission to user, give user rights, edit my policy, attach a managed policy, where do i add the action, write policy for user, smallest policy, how do permissions work, new permission takes time, grant permission to role',
  ],
  [
    'policies/kms-key',
    'kms decrypt denied, key policy, encrypted bucket, encryption key access, kms access denied, encrypted object denied, GenerateDataKey denied, cross account kms, aws/s3 key, key policy root, KMS key is invalid, locked out of kms key, enable iam policies for key, kms key disabled, cannot read encrypted file, key administrator, kms grant, kms policy, customer managed key denied, sse-kms, cannot decrypt, locked out of key, key policy lost access, GenerateDataKey, encrypted with customer key, kms key unusable, key policy root statement, server-side encryption aws:kms denied, unmanageable key, decrypt not allowed, encrypted data unreadable, key policy lost root, who can use the key, grant use of key, key in other account, CMK, aws managed key cannot be shared, encrypted queue or bucket denied, customer key, ciphertext, key admin left, key administrators locked out, key locked nobody can administer, data encrypted with a customer key, other account cannot use our key, lambda cannot decrypt variables',
  ],
  [
    'policies/lambda-versions',
    'lambda alias qualifier version arn, lambda alias denied, function version arn, invoke alias denied, $LATEST, alias permission, add-permission qualifier, latest version, function version, alias of function denied, qualifier in arn, function version permission, invoke specific version, invoke fails with an alias, permission on version or alias of function, qualifier in lambda permission, function url denied, api gateway cannot call alias, which arn for lambda invoke',
  ],
  [
    'policies/mfa',
    'mfa required on cli, get-session-token, MultiFactorAuthPresent, enforce mfa, denied without mfa, mfa token cli, require mfa, aws:MultiFactorAuthPresent, mfa session token, cli needs mfa, mfa session, force two-factor, second factor in terminal, second factor for api, token code in terminal, everything denied until mfa, policy demands mfa, serial number of mfa device, BoolIfExists MFA, sign in again with code, enforce second factor for all users',
  ],
  [
    'policies/network',
    'source ip condition vpc, ip address restriction, aws:SourceIp, vpn, from home office, aws:SourceIp not working, allow only office ip, ip whitelist, vpn denied, data perimeter networks, aws:SourceVpc, restrict by ip, office network only, works on vpn only, ip condition, cloud shell ip, office ip, sourceip condition, vpc source, corporate network only, ip allow list, allow only from company ip, home office blocked, block foreign ip, ip range condition, allow only vpn, requests from athena denied by ip rule, private ip in condition, ipv6 condition, denied via console but not cli, limit access to our network, outside company network, only from our office, allow only company ip, block access from home, restrict by ip address',
  ],
  [
    'policies/not-action',
    'deny all except, allow everything except, NotAction NotPrincipal NotResource, NotAction, NotPrincipal, NotResource, everything except, deny everyone except, exclude actions, inverse action, NotAction explained, exclude one role from deny, all except one user, everything but iam, exception in deny statement, deny everyone but admin, allow all but few actions, deny all but, allow all except iam, exclude some actions',
  ],
  [
    'policies/permissions-boundary',
    'permission boundary, administratoraccess still denied, limit of user or role, boundary limits admin, cannot create role without boundary, maximum permissions, limit admins, delegated admin boundary, boundary blocks role creation, limit for developers, max permissions, upper limit for role, developers create roles safely, boundary blocks admin, what limits my role, set a boundary, remove boundary, delegate role creation, max rights of user, developers may create roles but not stronger ones, delegate iam safely, maximum rights, no more rights than himself',
  ],
  [
    'policies/rcp',
    'what is an rcp, resource control policy, data perimeter, protect resources from other organizations, only trusted identities, aws:PrincipalOrgID deny, organization protects bucket, external access blocked by organization, organization wide limit on resources, only our organization may access buckets, block outsiders from resources, difference scp and rcp, external principals denied, confused deputy protection by organization, enforce https everywhere, only our own organization may read, block outsiders for all buckets, limit resources of the whole organization, only our organization may use our data, data perimeter for resources',
  ],
  [
    'policies/region',
    'aws:RequestedRegion, restrict regions, limit to some regions, wrong region, region denied, only eu regions, deny other regions, allowed regions, only allow frankfurt, other region not allowed, region condition, wrong default region, us-east-1 global service denied, only use europe, deny everything outside region, wrong region in cli, global services blocked, us-east-1 needed for iam, allowed in frankfurt but not in ireland, limit regions by policy',
  ],
  [
    'policies/require-tags',
    'require tags, enforce tags, deny without tags, tag policy deny, cannot create without tags, scp tags, aws:RequestTag, tag on create, mandatory tags, launch denied without tag, tag policy, untagged resource denied, cannot launch without tags, tag missing on creation, enforce cost center tag, creation refused because tag, tag key mandatory, scp demands tags, only allow servers with a project label, must tag when launching, allow creation only with cost center, allow only tagged instances to be started, deny launching without owner tag, instance needs a tag before it starts, everything new must have a label',
  ],
  [
    'policies/resource-based',
    'bucket policy queue policy topic policy, who owns policy, resource policy, queue policy, bucket policy vs iam policy, star principal, public principal, policy on bucket, principal in policy, grant from resource side, who edits resource policy, who can change the bucket policy, why does a bucket have its own policy, resource lists who may use it, difference of bucket policy and user policy, principal star dangerous, do i need both policies',
  ],
  ['policies/rules', 'rules of the evaluator'],
  [
    'policies/s3-block-public-access',
    'block public access, public bucket, cannot make bucket public, block public access grayed out, public policy blocked, BlockPublicPolicy, public website bucket, acl public blocked, static site s3, PutBucketPolicy denied public, public acl denied, block public access account level, publish bucket, static website public, public read denied, open bucket to internet, public access settings locked, BlockPublicAccess by organization, turn public block off',
  ],
  [
    'policies/s3-bucket',
    's3 access denied, bucket policy denied, even though admin, upload put object denied, list bucket, public access block, 403, s3 403, s3 forbidden, lambda s3 access denied, program cannot read bucket, cannot upload to s3, AmazonS3Exception access denied, PutObject denied, GetObject denied, ListObjectsV2 denied, bucket arn and object arn, s3 sync denied, AmazonS3Exception, presigned url access denied, requester pays, object lock, read bucket denied, file download denied, write to bucket denied, delete object denied, s3 permission, https only bucket, bucket ownership, signed link denied, bucket denied, upload without encryption header denied, x-amz-server-side-encryption, SecureTransport, listing works get fails, ListBucket vs GetObject, delete bucket denied, upload to bucket fails, cannot download file, bucket arn without star, folder in bucket only, aws s3 cp forbidden, aws s3 ls access denied, s3 sync error, delete files denied, presigned link denied, read files from bucket, s3 copy 403, cloud storage denied, write report into bucket, multipart upload denied, encryption in transit, require tls on bucket, deny http',
  ],
  [
    'policies/s3-object-ownership',
    'object ownership, acl, bucket-owner-full-control, objects of another account, bucket does not allow acls, AccessControlListNotSupported, PutObjectAcl, object owner other account, acl not supported, acl disabled, owner of file, canned acl, acl upload denied, uploaded by other account, object writer, object belongs to other account, acl error on upload, bucket owner cannot read file, --acl flag, bucket-owner-full-control missing, object belongs to another account, owner of bucket cannot read a file',
  ],
  [
    'policies/scp',
    'what is an scp, service control policy, organization guardrail, administratoraccess still denied, scp not working, scp does not apply to management account, scp example, scp inheritance, scp allow list, organization policy, scp limits, whole account blocked, guardrails, guardrail blocks, control tower denies, scp exception, organization restriction, declarative policy, company wide restriction, organization limits admin, scp grants nothing, why is root denied, exception for a role in scp, scp on management account, ou policy, attach scp, test scp, region scp',
  ],
  [
    'policies/service-to-service',
    'sns publish to sqs, s3 event notification, eventbridge target invoke lambda, lambda trigger, service principal, sns to sqs denied, s3 notification lambda, eventbridge to sqs, cloudwatch alarm sns, aws:SourceArn, confused deputy service, service cannot call service, bucket notification, event rule target, cross-service permission, topic cannot send, service cannot reach, trigger not working, scheduler cannot start lambda, event not delivered, sns to sqs, service principal denied, notification does not arrive, event does not start function, queue stays empty, alarm does not notify, s3 event to lambda, resource policy for service principal, encrypted topic or queue, sourceaccount condition, delivery fails between services, log delivery bucket, service writes to bucket, topic cannot reach the queue, bucket notification fails, event rule does not trigger, service calls another service, aws service is not allowed to write',
  ],
  [
    'policies/session',
    'session policy, AssumeRole with policy, federation token, inline session policy, AssumeRole Policy parameter, GetFederationToken, restricted session, scoped down credentials, limit temporary credentials, policy parameter in assume role, session smaller than role, federated token limits, limit what temporary credentials can do, give a session fewer rights, AssumeRole with inline policy, federation broker policy, vend narrow credentials, smaller rights for one session',
  ],
  [
    'policies/share-encrypted-snapshots',
    'share ami, share ebs snapshot, share rds snapshot with kms, copy snapshot to another account, share snapshot, copy snapshot cross account, encrypted ami, give ami to other account, snapshot with default key, copy rds backup to another account, launch shared encrypted image, re-encrypt snapshot, other account cannot restore our snapshot, share backup with another account, shared image cannot be launched, default key cannot be shared, move database to other account',
  ],
  [
    'policies/simulator',
    "policy simulator says allowed, simulate policy, simulator differs, policy simulator wrong, simulator allowed but denied, simulate-principal-policy, test policy, access analyzer says, simulator wrong, access analyzer allowed, simulator result differs, try out permission, check if user is allowed, dry test permission, simulator green but call fails, test a user's rights without doing it, simulator says allowed but it fails, simulate a policy, try whether a user could do an action, test if user can do action",
  ],
  [
    'policies/tags',
    "abac, tag based access, aws:PrincipalTag ResourceTag, access by tag, abac not working, aws:ResourceTag, principal tag, tag condition, access depends on tag, owner tag, ResourceTag ignored, resource tag condition, PrincipalTag, tag condition never matches, compare tag of user and resource, access only to own project, team tag, tag based permission, tag value mismatch case, same tag as user, only resources with tag, attribute based access control, allow access by tag, tag on the resource decides, only the owner's instances, user may stop only own servers, match principal tag with resource tag",
  ],
  [
    'policies/trust',
    'AssumeRole access denied, trust policy, who can assume role, trust relationship, assume role denied, role trust policy, AssumeRole not authorized, Principal in trust policy, assume role, who may assume, allow service to assume, edit trust relationship, role trust, trust policy wrong, invalid principal in policy, add principal to role, AssumeRole AccessDenied, who may take the role, add account to trust, principal in role, Lambda cannot assume role, role needs service principal, assume role error, assume role fails, wrong principal, trust another account, role usable by user, difference between trust policy and permission policy, who can assume the role, let a service use a role, principal in trust, allow a role only for ec2',
  ],
  [
    'policies/variables',
    'aws:username not replaced, policy variables, aws:userid, variable not replaced, username placeholder, home folder policy, user folder in bucket, own folder per user, username in arn, placeholder not working, dollar curly braces, principal tag in resource, home directory, user name in policy, home folder per user, own prefix in bucket for every user, aws:username empty, variable is not replaced, one policy for all users',
  ],
  [
    'policies/vpc-endpoint',
    'vpc endpoint s3 access denied, gateway endpoint, interface endpoint, privatelink policy, s3 gateway endpoint denied, endpoint policy, private subnet s3 denied, aws:SourceVpce, works from laptop not from vpc, private network s3, endpoint blocks, ec2 in private subnet denied, no internet s3, gateway endpoint policy, yum repo denied, endpoint blocks bucket, s3 from private subnet, endpoint restricts buckets, package repository unreachable, denied in vpc only, no internet and s3 fails, interface endpoint policy, only through endpoint',
  ],
  [
    'policies/what-does-this-change-allow',
    'compare diff two policies, review policy change, policy diff, what changes with new policy, review pull request policy, review a change, pull request on policies, does new policy grant more, policy too open after change, diff, which requests does the edit newly allow, reviewing iam changes in a pull request, is this edit safe, approve a policy change, security review of changed policy, before i save the new policy, compare in ci',
  ],
  [
    'policies/what-is-checked',
    'policy linter, access analyzer validation, validate policy, policy errors, MalformedPolicyDocument, policy syntax error, lint policy, maximum policy length, 6144 characters, validate json policy, access analyzer checks, warnings in my policy, check terraform policies, which mistakes does the checker find in a policy, what does it look for, too long policies, validation before saving, maximum size of a policy',
  ],
  [
    'policies/who-can',
    'what can this role do, what can a user do, who can do this, who can see our bills, find users with permission, permissions report, who is admin, who can access this bucket, list users with permission, which users have admin, who can read secret, who has access to bucket, which users may delete, who is allowed to decrypt, find everyone with right, report of access, who could read the data, permission audit, who can delete this bucket, who may read this secret, list people with access, everyone who can assume this role',
  ],
  [
    'reference',
    'list of all iam actions, search action, all permissions, every iam action, action list, find an action name, which action do i need, action lookup, look up an action, what does this action do, which actions does a service have, find name of permission, search all actions, list every permission',
  ],
  ['reference/access-analyzer', 'access analyzer, external access findings'],
  ['reference/acm', 'certificate manager, request certificate, import certificate'],
  ['reference/acm-pca', 'private ca, issue certificate'],
  ['reference/airflow', 'mwaa, airflow environment, dags'],
  ['reference/amplify', 'amplify app, amplify hosting'],
  ['reference/aoss', 'opensearch serverless, collection, vector store'],
  [
    'reference/apigateway#logging-needs-a-role-in-the-account-settings',
    'api gateway cloudwatch logs role, access logs of api, CloudWatch Logs role ARN must be set',
  ],
  [
    'reference/apigateway#management-actions-are-http-verbs-on-paths',
    'apigateway:GET, apigateway:POST, deploy api denied, create rest api denied, cannot create api, apigateway patch denied, custom domain name api gateway denied',
  ],
  [
    'reference/apigateway#missing-authentication-token-often-means-a-wrong-path',
    'missing authentication token, api gateway 403, wrong stage or path, route does not exist in api, api url wrong stage, rest api 403 token',
  ],
  [
    'reference/apigateway#only-forbidden',
    'api gateway forbidden, invalid api key, private api denied, waf blocks api, api gateway message forbidden, api key missing, usage plan, private api endpoint denied, rest api forbidden, x-api-key missing, api answers 403 only, http api forbidden',
  ],
  [
    'reference/apigateway#the-authorizer-says-no',
    'custom authorizer denied, lambda authorizer 401 403, unauthorized api gateway, jwt authorizer, user is not authorized to access this resource, execute-api:Invoke, iam auth api gateway, cognito authorizer 401, jwt rejected, token authorizer api, explicit deny from authorizer, gateway lambda authorizer deny',
  ],
  ['reference/appconfig', 'feature flags'],
  ['reference/appflow', 'saas data flow'],
  ['reference/application-autoscaling', 'scaling policy, scalable target'],
  ['reference/apprunner', 'app runner service'],
  ['reference/appstream', 'application streaming'],
  [
    'reference/appsync#a-field-isnt-allowed-for-this-kind-of-user',
    'not authorized to access on type query, amplify model not authorized, graphql field denied, mutation not authorized, amplify owner rule, graphql resolver unauthorized',
  ],
  [
    'reference/appsync#the-api-expects-another-kind-of-authorization',
    'appsync UnauthorizedException, wrong auth mode, appsync api key, graphql unauthorized, amplify unauthorized, graphql api 401, cognito token appsync, appsync iam or api key',
  ],
  [
    'reference/appsync#with-iam-each-field-is-a-resource',
    'appsync:GraphQL denied, appsync iam policy, lambda calls appsync denied, iam role graphql query',
  ],
  ['reference/aps', 'prometheus'],
  ['reference/artifact', 'compliance reports, soc report'],
  ['reference/athena', 'sql query'],
  [
    'reference/athena#lake-formation-glue-or-s3-denies-part-of-the-query',
    'athena glue GetTable denied, athena insufficient permissions, athena partitions denied, athena table not found permission, athena view denied, athena catalog denied',
  ],
  [
    'reference/athena#s3-denies-the-files-of-the-table',
    'athena s3 access denied, athena query fails 403, athena cannot read source data, encrypted data athena, athena cross account bucket',
  ],
  ['reference/athena#spark-cant-verify-the-database-default', 'database default glue, spark default database'],
  [
    'reference/athena#the-output-bucket-cant-be-verified-or-created',
    'athena query result bucket, athena output location, unable to verify create output bucket, athena results bucket, query result location, athena GetBucketLocation, athena cannot save results, query output s3 denied, athena write results',
  ],
  [
    'reference/athena#the-workgroup-is-denied',
    'athena:StartQueryExecution, workgroup denied, athena primary workgroup, run athena query denied, athena start query not allowed, GetWorkGroup',
  ],
  ['reference/autoscaling', 'auto scaling group, asg, launch configuration'],
  ['reference/backup', 'backup vault, restore job, recovery point, backup plan'],
  ['reference/batch', 'batch job, job queue, compute environment'],
  [
    'reference/bedrock#a-region-lock-denies-an-inference-profile',
    'cross-region inference denied by scp, bedrock eu profile denied by organization, global inference profile',
  ],
  [
    'reference/bedrock#an-api-key-needs-one-more-action',
    'bedrock api key, CallWithBearerToken, long-term bedrock key, bearer token bedrock',
  ],
  [
    'reference/bedrock#the-first-use-of-a-model-subscribes-to-it-in-aws-marketplace',
    'bedrock claude first use denied, bedrock marketplace subscribe, enable anthropic model, bedrock first call subscription',
  ],
  ['reference/bedrock#the-region-in-the-message-isnt-yours', 'bedrock message other region, inference profile region'],
  [
    'reference/bedrock#you-dont-have-access-to-the-model',
    'bedrock model access, InvokeModel denied, llm not available, generative ai denied, bedrock converse denied, nova model denied',
  ],
  ['reference/bedrock-agentcore', 'ai agent runtime'],
  ['reference/braket', 'quantum'],
  ['reference/budgets#a-budget-action-passes-a-role', 'budget action execution role, stop instances by budget role'],
  ['reference/budgets#changing-a-budget-is-more-than-seeing-it', 'budgets read only user cannot edit'],
  ['reference/budgets#iam-knows-viewbudget-and-modifybudget', 'DescribeBudgets action name, budgets api action names'],
  ['reference/cassandra', 'keyspaces, cassandra table'],
  ['reference/ce#cost-explorer-actions-accept-or-a-billing-view', 'limit cost explorer to account, ce resource arn'],
  [
    'reference/ce#forecasts-need-their-own-permissions',
    'GetCostForecast denied, forecast permission, GetUsageForecast, cost forecast denied',
  ],
  ['reference/cloud9', 'ide'],
  [
    'reference/cloudformation#a-sam-template-needs-the-transform-too',
    'sam deploy CreateChangeSet denied, AWS::Serverless transform',
  ],
  [
    'reference/cloudformation#a-stack-event-names-an-action-of-another-service',
    'stack create failed access denied, CREATE_FAILED, ROLLBACK_COMPLETE, cloudformation rollback permission, UPDATE_ROLLBACK_FAILED, template deployment denied, stack rollback not authorized, cdk deploy resource denied, create stack no rights, change set fails permission, stack delete failed denied',
  ],
  [
    'reference/cloudformation#requires-capabilities-isnt-a-permission',
    'CAPABILITY_IAM, InsufficientCapabilitiesException, requires capabilities CAPABILITY_NAMED_IAM, acknowledge iam resources',
  ],
  [
    'reference/cloudformation#tags-of-the-stack-reach-every-resource',
    'cloudformation tagging permission, TagResource denied stack, stack fails since tags, tag on update denied',
  ],
  ['reference/cloudformation#the-arn-of-a-stack-has-a-part-after-its-name', 'DescribeStacks denied, stack arn'],
  [
    'reference/cloudformation#the-service-role-of-a-stack-cant-be-assumed',
    'cloudformation role cannot be assumed, stack service role, role arn invalid or cannot be assumed, cloudformation exec role, stack set execution role',
  ],
  [
    'reference/cloudfront#a-website-behind-cloudfront-answers-access-denied',
    'cloudfront 403, s3 origin oac oai, static website access denied, react app 403, cloudfront forbidden, cdn 403, static site 403, bucket behind cloudfront, cdn shows xml access denied, single page app refresh 403, website not loading cloudfront, kms encrypted bucket cloudfront',
  ],
  [
    'reference/cloudfront#invalidating-files-is-denied',
    'CreateInvalidation denied, clear cdn cache, invalidate cache, deploy script cannot invalidate',
  ],
  ['reference/cloudfront#lambda-edge-needs-a-second-service-in-the-trust-policy', 'lambda@edge role, edgelambda'],
  ['reference/cloudfront#the-account-must-be-verified', 'your account must be verified before you can add cloudfront'],
  [
    'reference/cloudfront#the-certificate-must-be-in-us-east-1',
    'acm certificate cloudfront not found, cloudfront ssl certificate, custom domain certificate cdn, ssl for website, certificate not in list',
  ],
  ['reference/cloudhsm', 'hsm'],
  ['reference/cloudsearch', 'search domain'],
  ['reference/cloudshell', 'browser shell'],
  ['reference/cloudtrail', 'create trail, stop logging, lookup events denied'],
  ['reference/cloudwatch', 'metrics, PutMetricData, dashboard of metrics, create alarm denied'],
  ['reference/codeartifact', 'npm pip maven repository, package domain'],
  [
    'reference/codebuild#codebuild-cant-assume-the-service-role',
    'codebuild service role error, codebuild is not authorized to perform sts:AssumeRole, codebuild trust policy, build project role, codebuild role trust',
  ],
  [
    'reference/codebuild#parameters-must-begin-with-codebuild-unless-you-allow-others',
    'codebuild parameter store, buildspec parameter-store denied, build cannot read parameter, codebuild secret, codebuild GetParameters',
  ],
  [
    'reference/codebuild#the-build-cant-write-its-log',
    'codebuild logs denied, build has no logs, codebuild PutLogEvents, codebuild cloudwatch',
  ],
  [
    'reference/codebuild#the-image-cant-be-pulled',
    'codebuild pull image, BUILD_CONTAINER_UNABLE_TO_PULL_IMAGE, custom build image ecr, build image ecr denied, codebuild docker',
  ],
  [
    'reference/codebuild#the-owner-of-the-artifact-bucket-cant-be-checked',
    'codebuild artifacts bucket, GetBucketAcl codebuild, upload artifacts codebuild denied, codebuild s3 access denied',
  ],
  ['reference/codecommit', 'git repository, git push, git clone'],
  ['reference/codeconnections', 'github connection'],
  ['reference/codedeploy', 'deployment group, code deploy agent'],
  [
    'reference/codepipeline#codecommit-cant-be-read',
    'codecommit source denied, GetBranch denied, pipeline source stage denied',
  ],
  [
    'reference/codepipeline#the-artifact-bucket-is-denied',
    'pipeline artifact access denied, artifact bucket kms, pipeline cross account deploy, artifact store kms, deploy stage denied, codepipeline s3 access denied, pipeline source bucket, deploy action cannot read artifact',
  ],
  [
    'reference/codepipeline#the-connection-cant-be-used',
    'codestar connection denied, UseConnection github, github connection pipeline, codeconnections',
  ],
  [
    'reference/codepipeline#two-different-callers-pass-roles',
    'pipeline passrole, create pipeline passrole, codepipeline cloudformation role',
  ],
  [
    'reference/cognito-identity#guests-arent-allowed',
    'unauthenticated access is not supported for this identity pool, cognito identity pool guest, app without login, unauthenticated role, guest users in app',
  ],
  [
    'reference/cognito-identity#the-pools-roles-dont-trust-cognito',
    'GetCredentialsForIdentity denied, identity pool role trust, cognito role not authorized, identity pool s3 denied, mobile app credentials denied, authenticated role',
  ],
  ['reference/cognito-idp', 'user pool, app client, cognito user sign up'],
  ['reference/comprehend', 'text analysis'],
  ['reference/condition-keys', 'all global condition keys, list of aws: keys, context keys'],
  ['reference/config', 'config rule, config recorder, conformance pack'],
  ['reference/connect', 'contact center, call center'],
  ['reference/controltower', 'landing zone, enroll account'],
  ['reference/datasync', 'data transfer task'],
  ['reference/datazone', 'data catalog portal'],
  ['reference/dax', 'dynamodb cache'],
  ['reference/devicefarm', 'test devices'],
  ['reference/directconnect', 'direct connect, virtual interface'],
  ['reference/dlm', 'snapshot lifecycle, lifecycle policy of snapshots'],
  ['reference/dms', 'migration task, replication instance, database migration'],
  ['reference/docdb-elastic', 'documentdb'],
  ['reference/drs', 'disaster recovery'],
  ['reference/ds', 'active directory, managed ad, directory'],
  ['reference/dsql', 'aurora dsql'],
  [
    'reference/dynamodb#an-index-has-an-arn-of-its-own',
    'dynamodb query index denied, gsi access denied, index/*, secondary index arn, query on index denied, query by secondary index, table/index, lsi denied',
  ],
  [
    'reference/dynamodb#another-accounts-table',
    'cross account dynamodb, table in another account, dynamodb other account lambda, resource policy of table',
  ],
  [
    'reference/dynamodb#only-some-rows-dynamodb-leadingkeys',
    'row level access dynamodb, fine-grained access, user sees only own items, per user data in table, partition key condition',
  ],
  ['reference/dynamodb#tag-conditions-dont-match-abac-is-turned-off', 'dynamodb abac, dynamodb tag condition'],
  [
    'reference/dynamodb#the-table-is-encrypted-with-your-own-key',
    'dynamodb kms, table customer managed key, dynamodb encrypted table decrypt',
  ],
  ['reference/ebs', 'snapshot block api'],
  [
    'reference/ec2#a-policy-of-the-organization-holds-the-setting',
    'vpc block public access organization, ami block public declarative, serial console declarative',
  ],
  [
    'reference/ec2#an-instance-profile-passes-a-role',
    'attach role to instance, instance profile denied, iam instance profile at launch, ec2 with role denied, associate-iam-instance-profile',
  ],
  [
    'reference/ec2#launching-an-instance-needs-several-resources',
    'cannot launch instance, RunInstances denied, launch ec2 not authorized, launch instance denied, start server denied, run instances subnet security group, UnauthorizedOperation launch, new vm denied, cannot create server, start virtual machine not allowed, ec2 encoded authorization failure launch, run-instances unauthorized, key pair security group permission',
  ],
  ['reference/ec2#spot-needs-a-service-linked-role', 'spot instance request denied'],
  [
    'reference/ec2#tags-in-the-request-need-ec2-createtags',
    'cannot tag instance, CreateTags denied, tag specifications denied, name tag at launch',
  ],
  [
    'reference/ec2#the-instance-stops-at-once-encrypted-volume',
    'instance terminates immediately, Client.InternalError on launch, encrypted ebs volume launch, instance goes to stopped, StartInstances kms, instance will not start encrypted, autoscaling encrypted ami, server does not start, autoscaling group instances terminate, kms key disabled volume',
  ],
  [
    'reference/ecr#docker-push-needs-six-actions',
    'push image denied, docker push ecr access denied, cannot upload image, InitiateLayerUpload, push container image',
  ],
  [
    'reference/ecr#lambda-cant-read-the-image',
    'lambda container image ecr denied, lambda image cross account, Lambda does not have permission to access the ECR image, function from container image',
  ],
  [
    'reference/ecr#no-basic-auth-credentials',
    'docker login ecr fails, docker push denied no basic auth, docker not logged in, docker pull no credentials',
  ],
  [
    'reference/ecr#pulling-from-another-account',
    'pull image cross account, docker pull ecr denied, registry in shared account, repository policy, BatchGetImage',
  ],
  [
    'reference/ecr#signing-in-to-the-registry-needs-resource',
    'GetAuthorizationToken denied, ecr login denied, ecr get-login-password denied, docker login ecr 400 bad request, registry login, docker login denied, get authorization token',
  ],
  [
    'reference/ecs#a-timeout-while-pulling-secrets-isnt-a-permission',
    'context deadline exceeded secrets, fargate private subnet secrets timeout, connection issue secrets manager ecs, task in private subnet does not start, nat or endpoint for ecs',
  ],
  [
    'reference/ecs#ecs-cant-use-the-role-of-the-task',
    'ecs was unable to assume the role, ecs-tasks.amazonaws.com trust, task role trust policy, ecs task cannot assume role',
  ],
  [
    'reference/ecs#ecs-exec-says-internal-error',
    'ecs execute-command denied, ecs exec TargetNotConnected, ExecuteCommand, ecs shell into container, ssmmessages, shell in container, exec into fargate',
  ],
  [
    'reference/ecs#running-a-task-passes-both-of-its-roles',
    'RunTask passrole, RegisterTaskDefinition passrole, ecs deploy passrole, deploy ecs service from ci denied, scheduled task passrole, UpdateService passrole',
  ],
  [
    'reference/ecs#the-task-cant-read-its-secrets',
    'ecs secrets manager access denied, container secret denied, fargate secret, ssm parameter in task definition',
  ],
  ['reference/eks#a-pod-cant-assume-its-role-irsa', 'pod assume role denied'],
  [
    'reference/eks#creating-a-cluster-passes-roles',
    'eks cluster passrole, eks node group role, create nodegroup denied, eksctl create cluster denied, node group cannot be created',
  ],
  [
    'reference/eks#kubectl-you-must-be-logged-in-to-the-server',
    'kubectl unauthorized, aws-auth configmap, eks access entry, not in aws-auth, the server has asked for the client to provide credentials, cluster creator access, kubectl access to cluster, cluster unreachable with my user, kubeconfig unauthorized, access entries, system:masters, helm unauthorized',
  ],
  ['reference/eks#kubernetes-itself-says-forbidden', 'eks rbac, cannot list pods eks, clusterrolebinding eks'],
  [
    'reference/eks#the-console-shows-no-nodes-and-no-pods',
    "eks console your current user doesn't have access to kubernetes objects, eks console nodes empty, workloads tab empty, eks resources tab, kubernetes objects in console, cluster shows no workloads",
  ],
  ['reference/elasticache', 'redis, memcached, valkey, cache cluster'],
  ['reference/elasticbeanstalk', 'beanstalk environment, eb deploy'],
  ['reference/elasticfilesystem', 'efs, mount target, nfs file system'],
  ['reference/elasticloadbalancing', 'elb, alb, nlb, load balancer, target group, listener'],
  ['reference/elasticmapreduce', 'emr, emr cluster, hadoop cluster, EMR_DefaultRole'],
  [
    'reference/elements',
    'Principal element, Effect element, Action element, Resource element, Sid, json policy elements, star in resource, wildcard in action, version element, effect principal action resource condition, policy grammar, what is NotResource, what goes in Principal, what does Sid mean, parts of a policy document, syntax of a policy, required elements',
  ],
  ['reference/emr-serverless', 'spark serverless'],
  [
    'reference/es#a-browser-is-anonymous-to-opensearch',
    'opensearch dashboards anonymous, kibana user anonymous, opensearch dashboard 403 browser, dashboards url forbidden, kibana forbidden',
  ],
  [
    'reference/es#a-program-isnt-allowed-to-call-the-domain',
    'opensearch es:ESHttpGet, opensearch 403 signed request, domain access policy, elasticsearch 403, lambda to opensearch denied, log shipper opensearch',
  ],
  [
    'reference/es#opensearchs-own-roles-deny-you',
    'opensearch no permissions for, fine-grained access control, security_exception, opensearch role mapping, indices:data, backend role',
  ],
  ['reference/events', 'event rule, event bus'],
  ['reference/events#a-rule-cant-send-to-a-queue', 'eventbridge sqs not delivered, event to queue'],
  [
    'reference/events#a-rule-matches-and-the-function-isnt-invoked',
    'eventbridge rule does not trigger lambda, eventbridge lambda not triggered, scheduled lambda does not run, FailedInvocations, cron does not start, scheduled event not fired, nightly function does not run',
  ],
  [
    'reference/events#the-role-of-a-target-cant-be-assumed',
    'eventbridge role target, cross-account event bus denied, eventbridge step function role, scheduler role, event bus other account, put events denied',
  ],
  ['reference/finspace', 'financial data'],
  ['reference/firehose', 'delivery stream, data firehose'],
  ['reference/fis', 'fault injection, chaos'],
  ['reference/fms', 'firewall manager'],
  ['reference/fsx', 'windows file server, lustre'],
  ['reference/gamelift', 'game servers'],
  ['reference/glacier', 'archive vault'],
  ['reference/globalaccelerator', 'accelerator'],
  [
    'reference/glue#awss-policy-passes-only-roles-called-awsglueservicerole',
    'glue passrole, AWSGlueServiceRole name, role not selectable in glue',
  ],
  [
    'reference/glue#catalog-database-and-table-are-three-resources',
    'glue:GetTable denied, glue:GetDatabase denied, glue catalog arn, catalog permission, read table definition denied, CreateTable glue denied',
  ],
  [
    'reference/glue#glue-cant-assume-the-role',
    'glue job role error, glue crawler role, etl job role, spark job s3 denied, glue job cannot start',
  ],
  ['reference/glue#lake-formation-guards-the-table', 'glue insufficient lake formation'],
  [
    'reference/glue#the-crawler-cant-get-temporary-credentials',
    'crawler failed credentials, glue crawler s3 denied, crawler finds no tables, etl crawler s3',
  ],
  ['reference/grafana', 'managed grafana'],
  ['reference/guardduty', 'detector, threat detection'],
  ['reference/health', 'health events'],
  [
    'reference/iam#a-role-of-iam-identity-center-cant-be-changed',
    'edit AWSReservedSSO role denied, reserved role protected',
  ],
  [
    'reference/iam#everything-is-denied-until-you-sign-in-with-mfa',
    'all denied without mfa, new user everything denied, cannot change own password, cannot see own security credentials',
  ],
  ['reference/iam#iam-passrole-although-you-never-called-it', 'passrole never called it'],
  [
    'reference/iam#the-first-use-of-a-service-creates-a-role',
    'service-linked role on first use, CreateServiceLinkedRole denied at first start',
  ],
  [
    'reference/iam#you-cant-create-a-role-because-of-a-permissions-boundary',
    'create role denied without boundary, CreateRole denied, cannot create role, developer may not create roles, create user denied boundary, AttachRolePolicy denied, PutRolePolicy denied',
  ],
  ['reference/identitystore', 'list users of identity center, group membership'],
  ['reference/imagebuilder', 'image pipeline, build ami'],
  ['reference/inspector2', 'vulnerability scan'],
  ['reference/iot', 'iot thing, mqtt, device certificate'],
  ['reference/kafka', 'msk cluster'],
  ['reference/kafka-cluster', 'kafka topic, msk iam authentication, kafka client denied'],
  ['reference/kendra', 'document search'],
  ['reference/kinesis', 'kinesis stream, PutRecord, stream consumer'],
  ['reference/kms#another-accounts-key', 'kms key of another account, key shared from other account, foreign kms key'],
  [
    'reference/kms#services-ask-for-kms-creategrant',
    'CreateGrant denied, kms grant, volume attach kms grant, rds create grant',
  ],
  [
    'reference/kms#the-ciphertext-refers-to-a-key-that-you-cant-see',
    'ciphertext refers to a customer master key that does not exist, AccessDeniedException ciphertext',
  ],
  [
    'reference/kms#the-key-policy-doesnt-allow-you-and-doesnt-let-the-account-decide',
    'no resource-based policy allows the kms:Decrypt action, nobody can administer key, key policy forgot root',
  ],
  [
    'reference/kms#the-key-policy-lets-the-account-decide-and-the-account-doesnt-allow-you',
    'kms no identity-based policy allows kms:Decrypt',
  ],
  [
    'reference/lambda#a-function-in-a-vpc-cant-create-its-network-interface',
    'lambda vpc CreateNetworkInterface, execution role does not have permissions to call CreateNetworkInterface, lambda eni, lambda vpc permission, ec2:CreateNetworkInterface lambda, put function into vpc, lambda subnet rights',
  ],
  [
    'reference/lambda#a-function-url-answers-forbidden',
    'lambda function url 403, function url forbidden, InvokeFunctionUrl, lambda-url.on.aws 403, public function url, function endpoint 403',
  ],
  [
    'reference/lambda#a-service-cant-invoke-the-function',
    's3 trigger lambda permission, lambda invoke permission service, lambda not triggered, add-permission, lambda:InvokeFunction principal, invoke lambda from another account, api gateway cannot call lambda, bucket event lambda, cross account invoke, alexa trigger, lambda resource policy',
  ],
  [
    'reference/lambda#environment-variables-cant-be-decrypted',
    'unable to configure access to your environment variables, lambda kms key invalid, lambda env vars kms, function configuration key',
  ],
  [
    'reference/lambda#lambda-cant-use-the-execution-role',
    'the role defined for the function cannot be assumed by lambda, create function role not assumable, lambda role trust lambda.amazonaws.com',
  ],
  ['reference/lambda#the-policy-names-the-function-without-its-alias', 'invoke function version denied'],
  ['reference/lex', 'chatbot'],
  ['reference/license-manager', 'software licenses'],
  ['reference/lightsail', 'lightsail instance'],
  [
    'reference/logs#cloudwatch-logs-cant-deliver-a-test-message',
    'could not deliver test message, subscription filter kinesis role, subscription filter firehose',
  ],
  [
    'reference/logs#names-of-log-groups-end-in',
    'cannot write logs, PutLogEvents denied, CreateLogStream denied, no logs in cloudwatch, lambda logs missing, logs not appearing, function writes no logs, cloudwatch logs denied, create log group denied, logs empty',
  ],
  [
    'reference/logs#sending-logs-to-another-account',
    'cross account log subscription, log destination policy, cross account cloudwatch logs, central logging account, subscription filter other account',
  ],
  ['reference/macie2', 'macie, sensitive data discovery'],
  ['reference/mediaconvert', 'video conversion'],
  ['reference/medialive', 'live video'],
  ['reference/memorydb', 'redis database'],
  ['reference/mgn', 'server migration'],
  ['reference/mobiletargeting', 'pinpoint, push notifications to phones'],
  ['reference/mq', 'rabbitmq, activemq broker'],
  ['reference/neptune-db', 'graph database, gremlin'],
  ['reference/network-firewall', 'firewall policy, firewall rule group'],
  ['reference/operators', 'list of condition operators, all operators'],
  ['reference/organizations', 'create account in organization, organizational unit'],
  [
    'reference/organizations#a-delegated-administrator-lacks-an-action',
    'delegated administrator denied, organizations resource policy, delegation policy',
  ],
  [
    'reference/organizations#a-member-account-asks-the-organization',
    'DescribeOrganization denied, ListAccounts denied, list accounts from member account, list of accounts denied, organizations:ListAccounts from child, ListRoots, who is the management account',
  ],
  [
    'reference/organizations#an-scp-keeps-the-account-in-the-organization',
    'LeaveOrganization denied, leave organization blocked by scp',
  ],
  [
    'reference/organizations#aws-config-isnt-trusted-by-the-organization',
    'EnableAWSServiceAccess, trusted access, enable trusted access, delegated admin registration',
  ],
  [
    'reference/organizations#your-account-isnt-in-an-organization',
    'AWSOrganizationsNotInUseException, not in use exception, no organization yet',
  ],
  ['reference/personalize', 'recommendations engine'],
  ['reference/pipes', 'event pipe'],
  ['reference/polly', 'text to speech'],
  ['reference/q', 'amazon q chat'],
  ['reference/qbusiness', 'q business'],
  [
    'reference/quicksight#a-dataset-passes-its-data-source',
    'PassDataSource, create dataset denied, create data set quicksight',
  ],
  [
    'reference/quicksight#quicksight-reads-with-its-own-role-not-with-yours',
    'quicksight s3 access, quicksight cannot read bucket, quicksight athena permission, quicksight error 403 data source, quicksight cannot see bucket, quicksight insufficient permissions dataset, quicksight cannot connect, spice refresh failed, quicksight redshift, quicksight manage permissions bucket, bi tool cannot read data',
  ],
  [
    'reference/quicksight#users-live-in-the-identity-region',
    'quicksight us-east-1 identity region, RegisterUser denied region',
  ],
  [
    'reference/quicksight#you-dont-have-access-to-this-item',
    'quicksight dashboard access denied, dashboard not shared with me, quick sight analysis denied',
  ],
  ['reference/ram', 'resource share, share with organization'],
  [
    'reference/rds#creating-a-database-needs-several-resources',
    'create db instance denied, CreateDBInstance, new database denied, restore snapshot denied, subnet group parameter group',
  ],
  [
    'reference/rds#enhanced-monitoring-doesnt-accept-the-role',
    'enhanced monitoring role, rds-monitoring-role, monitoring role database',
  ],
  [
    'reference/rds#exporting-a-snapshot-to-s3-is-denied',
    'rds export s3, StartExportTask, snapshot export role, database backup to s3, rds import s3',
  ],
  [
    'reference/rds#signing-in-to-postgresql-with-iam-fails',
    'rds iam login, rds-db:connect, iam token database login, generate-db-auth-token, rds_iam, aurora iam authentication, PAM rds, database token login, pam authentication rds, connect db with iam role, aurora token',
  ],
  ['reference/rds#the-database-itself-denies-the-user', 'aurora mysql access denied for user, grant in database'],
  ['reference/rds-data', 'data api aurora, rds ExecuteStatement'],
  [
    'reference/redshift#copy-and-unload-s3-answers-403',
    'redshift copy access denied, unload s3 denied, load csv into redshift, warehouse load denied, spectrum s3',
  ],
  [
    'reference/redshift#copy-cant-assume-the-role',
    'redshift role not authorized to assume, associate role with cluster, copy iam role redshift, load data role, default iam role redshift, spectrum role',
  ],
  [
    'reference/redshift#temporary-database-credentials-are-denied',
    'GetClusterCredentials, redshift query editor denied, GetClusterCredentialsWithIAM, redshift data api denied, query editor login, redshift serverless credentials',
  ],
  [
    'reference/redshift#the-database-itself-denies-the-table',
    'permission denied for relation, redshift schema usage, grant select redshift',
  ],
  ['reference/redshift-data', 'data api redshift, ExecuteStatement redshift'],
  ['reference/redshift-serverless', 'redshift workgroup, redshift namespace'],
  ['reference/rekognition', 'image recognition, face collection'],
  ['reference/resource-explorer-2', 'find resources, search resources'],
  ['reference/resource-groups', 'resource group'],
  ['reference/rolesanywhere', 'trust anchor'],
  [
    'reference/route53#a-vpc-of-another-account-must-be-authorized-first',
    'associate private hosted zone, CreateVPCAssociationAuthorization, private zone vpc other account, private dns zone other account',
  ],
  [
    'reference/route53#listing-zones-by-name-accepts-only',
    'ListHostedZonesByName, list hosted zones denied, cert-manager dns01 route53, dns zones list',
  ],
  [
    'reference/route53#records-of-a-zone-are-denied',
    'ChangeResourceRecordSets denied, cannot edit dns record, external-dns access denied, change dns entry, add cname, external dns, letsencrypt record, dns update denied',
  ],
  [
    'reference/route53#the-zone-belongs-to-another-account',
    'hosted zone in another account, dns record other account, certificate validation zone cross account, dns in other account, domain in shared account',
  ],
  [
    'reference/route53#waiting-for-a-change-is-a-permission-of-its-own',
    'route53:GetChange, certbot route53, dns challenge',
  ],
  ['reference/rum', 'real user monitoring'],
  ['reference/s3#headobject-says-403-although-the-object-may-not-exist', 'head request 403, exists check s3 403'],
  ['reference/s3#the-bucket-blocks-uploads-with-customer-provided-keys', 'SSE-C blocked, customer-provided key upload'],
  [
    'reference/s3#the-object-is-encrypted-and-the-key-is-denied',
    's3 object kms denied, encrypted object download, s3 upload kms generatedatakey',
  ],
  ['reference/s3-outposts', 'outposts bucket'],
  ['reference/s3express', 'directory bucket, one zone'],
  ['reference/s3tables', 'iceberg tables, table bucket'],
  [
    'reference/sagemaker#a-notebooks-role-must-be-able-to-pass-itself',
    'notebook passrole, studio passrole, get_execution_role passrole, notebook starts training job passrole',
  ],
  ['reference/sagemaker#creating-something-with-tags-needs-sagemaker-addtags', 'sagemaker:AddTags'],
  [
    'reference/sagemaker#endpoint-names-are-lowercase-in-the-arn',
    'InvokeEndpoint denied, endpoint arn case, call endpoint denied, inference endpoint denied',
  ],
  [
    'reference/sagemaker#model-data-cant-be-read',
    'sagemaker could not access model data, sagemaker s3 denied, training job access denied s3, studio cannot read bucket, training data denied, model artifact s3, notebook cannot read s3, endpoint creation model data',
  ],
  [
    'reference/sagemaker#sagemaker-cant-assume-the-role',
    'sagemaker execution role, could not assume role sagemaker, execution role trust sagemaker, training job role, studio domain role',
  ],
  ['reference/scheduler', 'schedule, one-time schedule'],
  [
    'reference/secretsmanager#a-service-owns-the-secret',
    'rds managed secret, delete managed secret denied, secret owned by service, OwningService',
  ],
  [
    'reference/secretsmanager#access-to-kms-is-not-allowed',
    'secret kms denied, secret encrypted key, cannot decrypt secret, secret encrypted with custom key',
  ],
  [
    'reference/secretsmanager#another-accounts-secret',
    'cross account secret, share secret, secret of other account, password stored in shared account',
  ],
  [
    'reference/secretsmanager#reading-several-secrets-at-once',
    'BatchGetSecretValue, list secrets denied, list all secrets',
  ],
  [
    'reference/secretsmanager#the-arn-ends-in-six-random-characters',
    'GetSecretValue denied, secret arn suffix, cannot read secret, lambda cannot read secret, secret access denied, read database password denied, secrets manager access denied, application cannot get secret, DescribeSecret',
  ],
  ['reference/securityhub', 'security findings'],
  ['reference/serverlessrepo', 'serverless application'],
  ['reference/servicecatalog', 'service catalog product, portfolio'],
  ['reference/servicequotas', 'quota console denied'],
  [
    'reference/ses#sending-through-smtp-answers-554',
    'smtp 554 access denied, ses SendRawEmail denied, ses:SendEmail denied, smtp credentials, 554 access denied user is not authorized to perform ses:SendRawEmail, cannot send mail ses, mail server rejected, wordpress mail ses, send mail denied, lambda send mail',
  ],
  [
    'reference/ses#the-address-isnt-verified',
    'email address is not verified, ses sandbox, MessageRejected, not verified identities failed the check, ses sandbox production access, mail sandbox, recipient not verified, sender not verified',
  ],
  ['reference/shield', 'ddos protection'],
  ['reference/snowball', 'snow device'],
  ['reference/sns#a-text-message-has-no-topic', 'send sms denied, phone number publish'],
  [
    'reference/sns#another-accounts-topic',
    'publish cross account topic, subscribe to topic of another account, subscribe queue to topic other account',
  ],
  [
    'reference/sns#authorizationerror-sns-publish',
    'cannot publish to topic, publish message denied, notification topic denied, lambda publish sns',
  ],
  [
    'reference/sns#s3-cant-send-events-to-the-topic',
    'unable to validate the following destination configurations sns, bucket notification to topic',
  ],
  [
    'reference/sns#the-topic-is-encrypted',
    'encrypted topic, cloudwatch alarm sns encrypted, KMSAccessDenied sns, alarm to encrypted topic, sns kms',
  ],
  [
    'reference/sqs#a-service-cant-deliver-to-the-queue',
    'queue not receiving from sns, s3 event to sqs denied, dead letter queue denied, sns subscription to queue',
  ],
  [
    'reference/sqs#access-to-the-resource-is-denied',
    'SendMessage denied, access to the resource https sqs denied, cannot send to queue, queue access denied, ReceiveMessage denied, message not sent sqs',
  ],
  [
    'reference/sqs#lambda-cant-read-from-the-queue',
    'lambda trigger sqs ReceiveMessage, the provided execution role does not have permissions to call ReceiveMessage, event source mapping sqs, sqs lambda, queue messages not processed',
  ],
  [
    'reference/sqs#the-queue-doesnt-exist-or-you-cant-see-it',
    'AWS.SimpleQueueService.NonExistentQueue, queue not found, wrong queue url, queue in other account',
  ],
  [
    'reference/sqs#the-queue-is-encrypted',
    'encrypted queue sns, queue kms key, message to encrypted queue lost, sse queue',
  ],
  [
    'reference/ssm#a-securestring-needs-its-key',
    'parameter store decrypt denied, SecureString, encrypted parameter, --with-decryption',
  ],
  [
    'reference/ssm#getparameter-getparameters-and-getparametersbypath-are-three-permissions',
    'GetParameter denied, parameter store access denied, read configuration parameter, app cannot read parameter, parameter store denied',
  ],
  [
    'reference/ssm#session-manager-needs-the-instance-and-the-document',
    'StartSession denied, TargetNotConnected, ssm session denied, instance not in session manager, ssm start-session denied, port forwarding document denied, SSM-SessionManagerRunShell, ec2 connect button grey session manager, connect to server without ssh, shell on instance, connect button disabled, instance offline in session manager',
  ],
  [
    'reference/ssm#terminatesession-is-denied-although-you-started-a-session',
    'terminate session denied, resume session denied',
  ],
  [
    'reference/ssm#the-agent-on-the-instance-is-denied',
    'ssm agent access denied, instance not managed, UpdateInstanceInformation, instance not in fleet manager, AmazonSSMManagedInstanceCore, run command not working',
  ],
  [
    'reference/sso#a-delegated-administrator-cant-change-a-permission-set',
    'delegated admin identity center, management account permission set',
  ],
  [
    'reference/sso#every-tool-begins-with-sso-listinstances',
    'sso:ListInstances, identity center terraform denied, sso-admin denied, manage identity center denied, ListPermissionSets',
  ],
  [
    'reference/sso#no-access-although-the-sign-in-worked',
    'sso portal no accounts, you do not have any applications, access portal empty, no accounts after login',
  ],
  [
    'reference/sso#the-role-of-a-permission-set-is-protected',
    'cannot modify AWSReservedSSO role, UnmodifiableEntity sso',
  ],
  [
    'reference/states#a-step-calls-a-service-that-the-role-doesnt-allow',
    'step functions state access denied, state machine role, task state access denied, step function lambda invoke denied, workflow step denied, state machine lambda denied, step functions dynamodb denied, step functions glue',
  ],
  [
    'reference/states#step-functions-cant-assume-the-role',
    'states.amazonaws.com trust, neither the global service principal, create state machine role',
  ],
  [
    'reference/states#the-state-machine-cant-write-its-log',
    'step functions logging role, log destination, express workflow logs, state machine logging denied',
  ],
  [
    'reference/states#waiting-for-a-job-needs-a-rule-in-eventbridge',
    'is not authorized to create managed-rule, StepFunctionsGetEventsForStepFunctionsExecutionRule, sync integration events:PutRule',
  ],
  ['reference/storagegateway', 'file gateway, tape gateway'],
  [
    'reference/sts#a-chained-session-lasts-one-hour',
    'requested DurationSeconds exceeds the 1 hour session limit, chained role duration',
  ],
  ['reference/sts#a-role-assumes-itself', 'role assumes itself, self assume'],
  [
    'reference/sts#assumerole-is-denied-and-aws-doesnt-say-why',
    'assume role no reason, sts AssumeRole AccessDenied plain',
  ],
  [
    'reference/sts#github-eks-or-another-identity-provider-is-denied',
    'InvalidIdentityToken, web identity denied, AssumeRoleWithWebIdentity denied, no openidconnect provider found',
  ],
  ['reference/sts#session-tags-need-sts-tagsession-too', 'assume role with tags'],
  ['reference/sts#the-root-user-cant-assume-roles', 'assume role as root, roles may not be assumed by root accounts'],
  ['reference/swf', 'workflow service'],
  ['reference/synthetics', 'canary'],
  ['reference/tag', 'tag editor, GetResources, tag resources in bulk'],
  ['reference/textract', 'document text extraction'],
  ['reference/timestream', 'time series database'],
  ['reference/transcribe', 'speech to text'],
  ['reference/transfer', 'sftp server, sftp user, ftp'],
  ['reference/translate', 'machine translation'],
  ['reference/verifiedpermissions', 'cedar policies'],
  ['reference/vpc-lattice', 'lattice service network'],
  ['reference/waf-regional', 'waf classic regional'],
  ['reference/wafv2', 'waf, web acl, ip set'],
  ['reference/wellarchitected', 'well-architected review'],
  ['reference/workspaces', 'virtual desktop'],
  ['reference/xray', 'traces, PutTraceSegments'],
  [
    'roles/cross-account',
    'switch role, assume role in another account, assume role other account denied, role in another account, cross account role, cdk deploy assume role, jump to another account, role from other account, OrganizationAccountAccessRole denied, enter another account with role, role in other account denied, admin role of member account, source account needs sts:AssumeRole, pipeline deploys to other account, cdk bootstrap role, profile with role_arn, provider assume_role terraform, give another company a role, auditor from outside needs access, access between our two accounts, role for our other account, give consultant a role, pipeline assumes deployment role in other account',
  ],
  [
    'roles/ecs-tasks',
    'ecs task cannot pull secrets image, execution role, task role, ResourceInitializationError, CannotPullContainerError, ecs task role, fargate pull image denied, ecs execution role, task stopped secrets, unable to pull secrets or registry auth, fargate cannot pull image, ecs service cannot validate target group, fargate task denied, fargate secrets, container has no permissions, task cannot start, ecr pull task, task stopped, cannot pull container, execution role or task role, container start fails, pull image denied in task, task cannot get secret, task definition role, logs of container missing',
  ],
  [
    'roles/eks-irsa',
    'irsa not working, eks pod access denied s3, service account role, pod cannot access aws, eks service account iam, wrong role in pod, AssumeRoleWithWebIdentity eks, pod uses node role, serviceaccount annotation, oidc provider eks, external-dns role, web identity pod, irsa webidentity error, irsa denied, InvalidIdentityToken eks, pod without credentials, web identity token of pod, annotation on service account, oidc provider of cluster, namespace mismatch in trust, cluster autoscaler denied, load balancer controller denied, WebIdentityErr, ingress controller role, controller in cluster not authorized, service account annotation role-arn, pod uses node role instead of its own, namespace does not match trust policy, oidc provider of the cluster missing, moved deployment to another namespace and lost aws access, pod gets web identity error',
  ],
  [
    'roles/eks-pod-identity',
    'eks pod identity no credentials, pod identity association, pod identity agent, association missing, pod has no role, agent addon missing, pods.eks.amazonaws.com, pod identity no credentials, pod identity agent not running, pods do not receive credentials, association for service account missing, trust policy needs pods.eks.amazonaws.com, sts:TagSession in pod identity trust, cannot create pod identity association passrole, pods in one namespace get credentials and others do not, new cluster add-on for roles',
  ],
  [
    'roles/external-id',
    'external id sts:ExternalId, confused deputy, sts ExternalId, vendor role external id, third party role condition, externalid mismatch, vendor onboarding role, datadog role, vendor external id, vendor gave us id for role, saas product role setup, sts:ExternalId condition, partner id does not match, monitoring tool cannot assume role, vendor asks for external id, wrong external id, id that the vendor gave us, monitoring company wants a role, vendor role with a secret word',
  ],
  [
    'roles/github-oidc',
    'github actions oidc, AssumeRoleWithWebIdentity not authorized, configure-aws-credentials, github actions assume role, github workflow denied, configure-aws-credentials error, sub claim github, deploy from github, workflow cannot assume, github environment sub, reusable workflow aws, actions workflow cannot assume, deploy from github without keys, repo branch in subject, token.actions.githubusercontent.com, workflow needs id-token write, environment in sub, organization renamed repository, workflow on a pull request cannot get the role, works on main branch only, sub claim does not match, environment in github workflow, forked repository workflow, actions runner cannot assume role, tag builds fail',
  ],
  [
    'roles/identity-center',
    'permission set missing, sso role AWSReservedSSO, provisioning, sso user no accounts, permission set change, AWSReservedSSO denied, identity center permission, change sso role, permission set policy, permission set for billing, sso role permission, aws sso permissions, no access in portal, assign user to account, aws sso no account, permission set denied, reserved sso role, group of identity center, provision permission set, session duration permission set, missing account in access portal, permission set too small, assign group to account, sso user denied, portal shows no application, session length of sso, sso permission edit, provision failed, new employee misses an account in the access portal, portal shows no tile for an account, account missing on the start page, sign in through the portal',
  ],
  [
    'roles/oidc-others',
    'gitlab ci role, bitbucket pipelines role, circleci role, terraform cloud oidc, gitlab oidc, bitbucket oidc, circleci oidc, terraform cloud, buildkite, jenkins oidc, jenkins assume role, azure devops role, azure pipelines oidc, openid connect other providers, id token aws, gitlab id_tokens, bitbucket pipelines, azure devops, gitlab runner, terraform cloud role, oidc provider, gitlab ci without keys, terraform cloud dynamic credentials, circleci context, build server token, audience and subject of provider, spacelift, azure devops federation, keycloak web identity, pipeline cannot assume deploy role, gitlab job cannot assume role, bitbucket pipeline oidc, jenkins without keys, audience of token',
  ],
  [
    'roles/pass-role',
    'iam:PassRole, pass role denied, PassRole which role, iam PassedToService, PassRole condition, passedtoservice, role for ec2 instance, which services pass roles, passrole star, restrict passrole, who passes which role, passing role wildcard, create instance with role, passrole cross account, ecs task passes role, pass role denied although allowed, service role attach',
  ],
  [
    'roles/role-chaining',
    'role chaining, session one hour limit, assume role from role, role chaining limit, DurationSeconds exceeds, one hour session, assume role twice, maximum one hour, session too short, 12 hours role chaining, session duration, 12 hours, DurationSeconds, MaxSessionDuration, longer session, max session duration, only one hour, duration is too long for chained role, role from a role, chained role ends after 1 hour, session over one hour, MaxSessionDuration exceeds one hour',
  ],
  [
    'roles/saml',
    'saml sign-in, AssumeRoleWithSAML, okta azure ad entra adfs, adfs sign in, okta aws, azure ad saml, entra id saml, RoleSessionName missing, saml audience, okta login, entra login aws, identity provider role, single sign-on saml error, saml assertion, saml role attribute, adfs, entra, response is invalid, azure ad enterprise app roles, single sign-on federation denied, saml response invalid, role attribute, entra id to aws console, saml provider arn, okta app role, idp metadata expired, error your request included an invalid saml response',
  ],
  [
    'roles/service-linked-roles',
    'service linked role cannot create, AWSServiceRoleFor, CreateServiceLinkedRole denied, service-linked role missing, AWSServiceRoleForEC2Spot, delete service-linked role, change role of aws, first use of service denied, load balancer role, spot role, AWSServiceRoleFor missing, first use of service creates role, cannot create linked role, delete linked role, role protected by service, autoscaling role, aws made a role that i cannot delete, service creates its own role, create service linked role denied, service linked role creation blocked by scp, role of the service itself',
  ],
  [
    'roles/service-roles',
    'service role or service-linked role difference, service role, lambda cannot access dynamodb, execution role missing permission, function denied by service, lambda cannot write to dynamodb, function cannot write to table, function role, lambda role wrong, service cannot assume role, codebuild role, glue role, which role does service use, service role missing permission, difference service role and linked role, role for lambda, role for ec2, create role for service',
  ],
  [
    'roles/session-tags',
    'sts:TagSession denied, session tags, TagSession denied, transitive tags, session tag missing, tags when assuming, principal tag from saml, attributes for access control, tags from idp, github action passes tags, TagSession missing in trust policy, tags passed by identity provider, department tag from login, cannot pass tags, github action needs tagsession, tags are kept through chaining',
  ],
  [
    'roles/switch-role',
    'switch role in console, could not switch role, switch role console error, invalid information in one or more fields, change role in console, role not in list, switch role button error, change to other account in console, switch role link, console switch denied, enter account id and role name in the console, change to another account from the menu, cannot switch to the role, switch role says invalid information, more than five roles in the menu, cannot switch accounts in the browser',
  ],
  [
    'services',
    'which services have vpc endpoint policies, services that work with iam, which services support resource-based policies, services with rcp, service support table, tag based access support, does service support resource policy, service comparison, which services have resource policies, supports rcp, supports tags, table of services, supports resource-level permissions, does a service support tags, does a service have resource policies, which services can be limited by scp or rcp, which services can have vpc endpoint policies, overview of services and what they support, can lambda have a resource policy',
  ],
  [
    'start/glossary',
    'glossary definitions terms words, what does this word mean, what is an arn, what is a principal, iam terms, abbreviations, what does scp mean, terms explained, dictionary, what is iam, definitions, explain iam words, what is a policy, what is the difference between user and role, meaning of principal, meaning of arn, what does iam stand for, payer account meaning, what is a linked account, what is a service control policy',
  ],
  [
    'start/what-is-new',
    'changes news updates, recent aws changes, deprecated, changed in 2026, news, old advice wrong, latest updates, what is new at aws billing permissions, recent changes of iam, old tutorial no longer right, why does an old guide not work any more, what changed this year, news about permissions',
  ],
  ['start/what-it-does', 'about this site, does it see my data, purpose, what can the tool do'],
  [
    'tools/api',
    'npm package, use in javascript, library functions, javascript library, use in node, import whydenied, evaluate function, call the engine from my own code, typescript types of the package, use whydenied in node program, diagnose an error programmatically, functions and examples of the npm package, integrate in our tool, json api, api for scripts, call it from scripts',
  ],
  [
    'tools/command-line',
    'cli, mcp server, ci pipeline check policies, install whydenied, sarif, github action for policies, mcp, agent, claude cursor copilot, terminal, run in terminal, use in ci, npx, ci check of policies, command line tool, npx whydenied, exit code, unit tests for policies, mcp server agent, check policies in pipeline, exit codes of the command, run it in ci, command line options, install the cli with npm, pipe an error into the command, use it in a terminal, fail the pipeline if a policy grants more',
  ],
  [
    'tools/links',
    'link to checker, bookmarklet, deep link, url with error, deep link to checker, link from our app, prefilled paste, share a link that opens the checker with my error, bookmark that takes the error from the page, put a link in a runbook, link from ticket system, open checker from slack bot, bookmark button for console errors',
  ],
  [
    'tools/logs',
    'cloudtrail logs large, duckdb, spark, millions of events, huge log files, cluster of logs, slurm dask, analyze months of cloudtrail logs, count denied calls per role, find all access denied events, query cloudtrail with athena, statistic of denials, many log files at once, which denials happen most, mine logs for denials',
  ],
  [
    'sources',
    'where does this information come from, how current is this, last reviewed, checked against aws documentation, references of articles, what changed in articles, can i trust these articles, when was this page checked, which aws pages is this based on, is this information up to date, date of last check, documentation links behind the articles',
  ],
  [
    'used',
    'unused permissions, trim policy, least privilege, policy from cloudtrail, generate policy from activity, find unused permissions, reduce permissions, right-size permissions, which permissions does role use, remove unused rights, permissions never used, tighten policy, see which permissions a role really uses, which rights did the role need in the last months, role has too many rights, cut down a policy to what is used, which actions did a user call, delete rights that are not needed, unused actions of a role, which of these permissions can i take away, too broad role make smaller, policy from what was called, rights that nobody uses, over-privileged role, what does this role do, minimal policy from logs, last accessed services, which permissions can i remove from a role, take permissions away without breaking anything, what can be removed safely from a role',
  ],
  [
    'policies/rules',
    'which rules of aws does the checker know, rule list of the checker, what does the checker leave out, evaluation rules with sources, how does the engine decide, limits of the checker',
  ],
  [
    'messages/boundary-implicit',
    'no permissions boundary allows, boundary does not list the action, my policies allow it but the boundary does not, limit on my user leaves out the service, boundary too narrow, role made by a developer may not use a service, maximum permissions of my role are too small',
  ],
  [
    'start/what-it-does',
    'what is this site, what is whydenied, what can this tool do and what not, does it log in to aws, is it free to use, who makes this, how does this tool work, does it connect to my account, first steps with this site',
  ],
  [
    'data-changes',
    'new actions this week, changes of managed policies, new services and condition keys, which actions did aws add, what changed in the aws action data, managed policy has a new version, removed actions',
  ],
  [
    'reference/operators',
    'all operators of conditions, what does IfExists do, numeric and date operators, ArnLike or StringLike, list of operators',
  ],
  [
    'reference/condition-keys',
    'all global keys, which key holds the ip address, list of aws: keys, keys in every request, what does aws:SourceIp hold',
  ],
])
