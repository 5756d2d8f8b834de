import { defineEffects } from '../kit/index.js';

/**
 * Every client of AWS. What the first word of an operation says stands here; what it does not say is compiled from the service
 * models into a table. Files of single clients say more about keys and conditions, and win.
 */
export default defineEffects({
  library: '@aws-sdk/client-*',
  language: 'typescript',
  reference: 'https://docs.aws.amazon.com/AWSJavaScriptSDK/v3/latest/',
  origin: 'generated-then-read',
  resource: 'cloud',
  openWorld: true,
  extends: { '{Service}': '{Service}Client' },

  promises: ['*'],

  calls: [
    ['paginate*',            'read',       'arg 1'],
    ['waitUntil*',           'read',       'arg 1'],
    ['{Service}Client#send', 'command', 'arg 0'],
  ],

  harmless: ['{Service}Client#*'],

  operations: {
    table: 'aws',
    aliases: {
      cognitoidentityserviceprovider: 'cognito-identity-provider',
      discovery: 'application-discovery-service',
      dms: 'database-migration-service',
      elb: 'elastic-load-balancing',
      elbv2: 'elastic-load-balancing-v2',
      es: 'elasticsearch-service',
      stepfunctions: 'sfn',
    },
    calls: ['{Service}#{name}'],
    commands: ['{Name}Command'],
    verbs: {
      read: [
        'adminGet* adminInitiateAuth* adminList* analyze* assume* batchCheck* batchDescribe* batchDetect* batchEvaluate* batchGet* batchLookup* batchRead*',
        'calculate* check* classify* compare* contains* converse* count* decode* decrypt* describe* detect* discover* download* encrypt* estimate*',
        'evaluate* export* filter* forecast* generate* get* head* infer* initiateAuth* introspect* is* list* lookup* poll* predict* preview* probe*',
        'query* reEncrypt* receive* recognize* render* rerank* rescore* resolve* respondToAuthChallenge* retrieve* scan* search* select* simulate*',
        'startLiveTail* startQuery* suggest* synthesize* test* transactGet* translate* validate* verify* view*',
      ],
      destroy: [
        'abort* adminDelete* adminForget* batchDelete* batchRevoke* cancel* clear* decline* delete* deprovision* deregister* discard* dispose* evict*',
        'expire* forget* leave* purge* redact* reject* release* remove* retire* revoke* scheduleKeyDeletion* terminate* unregister*',
      ],
      'write.set': [
        'accept* acknowledge* activate* add* admin* advertise* allow* apply* approve* archive* assign* associate* attach* authorize* batchAdd* batchApply*',
        'batchAssociate* batchDisable* batchDisassociate* batchEnable* batchGrant* batchModify* batchPut* batchRemove* batchReset* batchStop*',
        'batchUpdate* begin* change* close* commit* complete* configure* confirm* connect* continue* deactivate* deauthorize* decrease* define* deny*',
        'deprecate* detach* disable* disassociate* disconnect* dissociate* enable* failover* finalize* flush* grant* group* increase* initialize*',
        'invalidate* join* label* lock* logout* mark* merge* modify* monitor* move* open* pause* prepare* promote* put* reboot* rebuild* refresh* register*',
        'reload* rename* renew* reorder* replace* report* reset* respond* restart* resume* rollback* rotate* set* share* stop* suspend*',
        'switchover* sync* tag* transactWrite* unarchive* unassign* undeprecate* ungroup* unlabel* unlink* unlock* unmonitor* unshare* unsubscribe*',
        'untag* update* upgrade* upload* withdraw*',
      ],
      'write.add': [
        'adminCreate* allocate* batchCreate* batchImport* batchStart* batchWrite* build* claim* clone* copy* create* extend* import* index* ingest*',
        'initiate* insert* instantiate* issue* launch* post* provision* record* replicate* request* reserve* restore* retry* run* signUp* signal*',
        'start* submit* subscribe* write*',
      ],
      external: [
        'deploy* invite* meter* notify* publish* purchase* redeem* resend* send* transfer*',
      ],
      exec: [
        'batchExecute* execute* invoke*',
      ],
    },
  },
});
