import { defineEffects } from '../kit/index.js';

export default defineEffects({
  library: 'pipedrive',
  language: 'typescript',
  reference: 'https://developers.pipedrive.com/docs/api/v1',
  origin: 'read',
  resource: 'other',
  openWorld: true,
  modules: ['pipedrive/v1', 'pipedrive/v2'],
  reexports: { v1: 'pipedrive', v2: 'pipedrive' },
  extends: {
    ActivitiesApi: 'DealsApi', ActivityFieldsApi: 'DealsApi', ActivityTypesApi: 'DealsApi', BetaApi: 'DealsApi', BillingApi: 'DealsApi',
    CallLogsApi: 'DealsApi', ChannelsApi: 'DealsApi', CurrenciesApi: 'DealsApi', DealFieldsApi: 'DealsApi', DealInstallmentsApi: 'DealsApi',
    DealProductsApi: 'DealsApi', FilesApi: 'DealsApi', FiltersApi: 'DealsApi', GoalsApi: 'DealsApi', ItemSearchApi: 'DealsApi',
    LeadFieldsApi: 'DealsApi', LeadLabelsApi: 'DealsApi', LeadSourcesApi: 'DealsApi', LeadsApi: 'DealsApi', LegacyTeamsApi: 'DealsApi',
    MailboxApi: 'DealsApi', MeetingsApi: 'DealsApi', NoteFieldsApi: 'DealsApi', NotesApi: 'DealsApi', OrganizationFieldsApi: 'DealsApi',
    OrganizationRelationshipsApi: 'DealsApi', OrganizationsApi: 'DealsApi', PermissionSetsApi: 'DealsApi', PersonFieldsApi: 'DealsApi',
    PersonsApi: 'DealsApi', PipelinesApi: 'DealsApi', ProductFieldsApi: 'DealsApi', ProductsApi: 'DealsApi', ProjectBoardsApi: 'DealsApi',
    ProjectFieldsApi: 'DealsApi', ProjectPhasesApi: 'DealsApi', ProjectTemplatesApi: 'DealsApi', ProjectsApi: 'DealsApi',
    RecentsApi: 'DealsApi', RolesApi: 'DealsApi', StagesApi: 'DealsApi', TasksApi: 'DealsApi', UserConnectionsApi: 'DealsApi',
    UserSettingsApi: 'DealsApi', UsersApi: 'DealsApi', WebhooksApi: 'DealsApi',
  },

  calls: [
    ['ChannelsApi#receiveMessage',      'write.add', 'arg 0'],
    ['DealsApi#add*',                   'write.add', 'arg 0'],
    ['DealsApi#addDealFollower',        'write.set', 'arg 0'],
    ['DealsApi#convertDealToLead',      'write.set', 'arg 0'],
    ['DealsApi#delete*',                'destroy',   'arg 0'],
    ['DealsApi#duplicateDeal',          'write.add', 'arg 0'],
    ['DealsApi#get*',                   'read',      'arg 0'],
    ['DealsApi#merge*',                 'destroy',   'arg 0'],
    ['DealsApi#postAdditionalDiscount', 'write.add', 'arg 0'],
    ['DealsApi#search*',                'read',      'arg 0'],
    ['DealsApi#update*',                'write.set', 'arg 0'],
    ['FilesApi#downloadFile',           'read',      'arg 0'],
    ['FilesApi#linkFileToItem',         'write.set', 'arg 0'],
    ['ItemSearchApi#search*',           'read',      'arg 0'],
  ],

  harmless: ['Configuration#*', 'OAuth2Configuration#*'],
});
