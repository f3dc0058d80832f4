/**
 * What is shown at which path; a page's module is loaded when it is first needed. `wide` are the roles that have long
 * lists there, and need the whole width of their screens.
 */
import { html } from 'lit';

export const routes = [
  {
    path: '/',
    load: () => import('../programmes/programme-list.js'),
    render: () => html`<yol-programme-list></yol-programme-list>`,
  },
  {
    path: '/programs/:id',
    load: () => import('../programmes/programme-page.js'),
    render: ({ id }) => html`<yol-programme-page .programmeId=${id}></yol-programme-page>`,
  },
  {
    path: '/calls/:id',
    load: () => import('../programmes/programme-page.js'),
    render: ({ id }) => html`<yol-programme-page .callId=${id}></yol-programme-page>`,
  },
  {
    path: '/figures',
    load: () => import('../figures/figures-page.js'),
    render: () => html`<yol-figures-page></yol-figures-page>`,
  },
  {
    path: '/log',
    load: () => import('../log/log-page.js'),
    render: () => html`<yol-log-page></yol-log-page>`,
  },
  {
    path: '/lottery/:id',
    load: () => import('../lottery/lottery-page.js'),
    render: ({ id }) => html`<yol-lottery-page .callId=${id}></yol-lottery-page>`,
  },
  {
    path: '/verify',
    load: () => import('../verify/verify-page.js'),
    render: () => html`<yol-verify-page></yol-verify-page>`,
  },
  {
    path: '/certificates/:number',
    load: () => import('../awards/certificate-page.js'),
    render: ({ number }) => html`<yol-certificate-page .number=${number}></yol-certificate-page>`,
  },
  {
    path: '/applications',
    signedIn: true,
    wide: ['authority', 'auditor'],
    load: () => import('../applications/application-list.js'),
    render: () => html`<yol-application-list></yol-application-list>`,
  },
  {
    path: '/applications/:id',
    signedIn: true,
    load: () => import('../applications/application-page.js'),
    render: ({ id }) => html`<yol-application-page .applicationId=${id}></yol-application-page>`,
  },
  {
    path: '/reviews',
    signedIn: true,
    wide: ['reviewer'],
    load: () => import('../reviews/review-list.js'),
    render: () => html`<yol-review-list></yol-review-list>`,
  },
  {
    path: '/reviews/:id',
    signedIn: true,
    load: () => import('../applications/application-page.js'),
    render: ({ id }) => html`<yol-application-page .applicationId=${id}></yol-application-page>`,
  },
  {
    path: '/manage',
    signedIn: true,
    wide: ['coordinator'],
    load: () => import('../manage/manage-list.js'),
    render: () => html`<yol-manage-list></yol-manage-list>`,
  },
  {
    path: '/manage/new',
    signedIn: true,
    load: () => import('../manage/programme-editor.js'),
    render: () => html`<yol-programme-editor></yol-programme-editor>`,
  },
  {
    path: '/manage/preview',
    signedIn: true,
    load: () => import('../manage/preview-page.js'),
    render: () => html`<yol-preview-page></yol-preview-page>`,
  },
  {
    path: '/manage/calls/:id',
    signedIn: true,
    load: () => import('../manage/programme-editor.js'),
    render: ({ id }) => html`<yol-programme-editor .callId=${id}></yol-programme-editor>`,
  },
  {
    path: '/manage/calls/:id/applications',
    signedIn: true,
    wide: ['coordinator'],
    load: () => import('../manage/call-applications.js'),
    render: ({ id }) => html`<yol-call-applications .callId=${id}></yol-call-applications>`,
  },
  {
    path: '/manage/calls/:id/changes',
    signedIn: true,
    load: () => import('../manage/call-changes.js'),
    render: ({ id }) => html`<yol-call-changes .callId=${id}></yol-call-changes>`,
  },
  {
    path: '/manage/calls/:id/amendment',
    signedIn: true,
    load: () => import('../manage/programme-editor.js'),
    render: ({ id }) => html`<yol-programme-editor .callId=${id} .amending=${true}></yol-programme-editor>`,
  },
  {
    path: '/manage/calls/:id/copy',
    signedIn: true,
    load: () => import('../manage/programme-editor.js'),
    render: ({ id }) => html`<yol-programme-editor .copyOf=${id}></yol-programme-editor>`,
  },
  {
    path: '/manage/calls/:callId/applications/:id',
    signedIn: true,
    load: () => import('../applications/application-page.js'),
    render: ({ id }) => html`<yol-application-page .applicationId=${id}></yol-application-page>`,
  },
  {
    path: '/manage/organisation',
    signedIn: true,
    load: () => import('../manage/organisation-page.js'),
    render: () => html`<yol-organisation-page></yol-organisation-page>`,
  },
  {
    path: '/manage/hosts/:id',
    signedIn: true,
    load: () => import('../manage/host-page.js'),
    render: ({ id }) => html`<yol-host-page .hostId=${id}></yol-host-page>`,
  },
  {
    path: '/manage/:id',
    signedIn: true,
    load: () => import('../manage/programme-editor.js'),
    render: ({ id }) => html`<yol-programme-editor .programmeId=${id}></yol-programme-editor>`,
  },
  {
    path: '/manage/:id/amendment',
    signedIn: true,
    load: () => import('../manage/programme-editor.js'),
    render: ({ id }) => html`<yol-programme-editor .programmeId=${id} .amending=${true}></yol-programme-editor>`,
  },
  {
    path: '/manage/:id/calls/new',
    signedIn: true,
    load: () => import('../manage/programme-editor.js'),
    render: ({ id }) => html`<yol-programme-editor .programmeId=${id} .adding=${true}></yol-programme-editor>`,
  },
  {
    path: '/nominations',
    signedIn: true,
    load: () => import('../nominations/nomination-list.js'),
    render: () => html`<yol-nomination-list></yol-nomination-list>`,
  },
  {
    path: '/nominations/:id',
    signedIn: true,
    wide: ['authority'],
    load: () => import('../nominations/nomination-page.js'),
    render: ({ id }) => html`<yol-nomination-page .callId=${id}></yol-nomination-page>`,
  },
  {
    path: '/audit',
    signedIn: true,
    wide: ['auditor'],
    load: () => import('../audit/audit-page.js'),
    render: () => html`<yol-audit-page></yol-audit-page>`,
  },
  {
    path: '/inbox',
    signedIn: true,
    load: () => import('../inbox/inbox-page.js'),
    render: () => html`<yol-inbox-page></yol-inbox-page>`,
  },
  {
    path: '/reference',
    load: () => import('../references/reference-page.js'),
    render: () => html`<yol-reference-page></yol-reference-page>`,
  },
  {
    path: '/cookies-needed',
    load: () => import('./cookies-needed.js'),
    render: () => html`<yol-cookies-needed></yol-cookies-needed>`,
  },
  {
    path: '/profile',
    signedIn: true,
    load: () => import('../dossier/dossier-page.js'),
    render: () => html`<yol-dossier-page></yol-dossier-page>`,
  },
  {
    path: '/profile/erasure',
    signedIn: true,
    load: () => import('../dossier/erasure-page.js'),
    render: () => html`<yol-erasure-page></yol-erasure-page>`,
  },
  {
    path: '/preferences',
    signedIn: true,
    load: () => import('../preferences/preferences-page.js'),
    render: () => html`<yol-preferences-page></yol-preferences-page>`,
  },
];
