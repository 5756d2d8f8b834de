import { defineEffects } from '../../kit/index.js';

export default defineEffects({
  library: 'openhands.sdk',
  language: 'python',
  reference: 'https://docs.openhands.dev/sdk',
  origin: 'read',
  resource: 'other',
  instances: { LocalConversation: ['Conversation()'] },
  extends: { BaseConversation: 'LocalConversation', RemoteConversation: 'LocalConversation' },

  calls: [
    ['LLM#acompletion',                           'read',      'arg 0:messages', { resource: 'model' }],
    ['LLM#aresponses',                            'read',      'arg 0:messages', { resource: 'model' }],
    ['LLM#completion',                            'read',      'arg 0:messages', { resource: 'model' }],
    ['LLM#responses',                             'read',      'arg 0:messages', { resource: 'model' }],
    ['LocalConversation#arun',                    'exec',      'this'],
    ['LocalConversation#ask_agent',               'read',      'arg 0:question', { resource: 'model' }],
    ['LocalConversation#condense',                'write.set', 'this'],
    ['LocalConversation#execute_tool',            'exec',      'arg 0:tool_name'],
    ['LocalConversation#fork',                    'write.add', 'this'],
    ['LocalConversation#generate_title',          'read',      'this',           { resource: 'model' }],
    ['LocalConversation#load_plugin',             'write.add', 'arg 0:plugin_ref'],
    ['LocalConversation#navigate_to',             'write.set', 'arg 0:event_id'],
    ['LocalConversation#reject_pending_actions',  'write.set', 'this'],
    ['LocalConversation#rerun_actions',           'exec',      'this'],
    ['LocalConversation#run',                     'exec',      'this'],
    ['LocalConversation#send_message',            'write.add', 'arg 0:message'],
    ['LocalConversation#set_confirmation_policy', 'write.set', 'arg 0:policy'],
    ['LocalConversation#set_security_analyzer',   'write.set', 'arg 0:analyzer'],
    ['LocalConversation#switch_llm',              'write.set', 'arg 0:llm'],
    ['LocalConversation#switch_profile',          'write.set', 'arg 0:profile_name'],
    ['LocalConversation#update_secrets',          'write.set', 'arg 0:secrets'],
  ],

  harmless: [
    'LLM#format_messages_for_llm', 'LLM#get_token_count', 'LLM#model_copy', 'LLM#reset_metrics', 'LLM#vision_is_active',
    'LLM.load_from_env', 'LLM.load_from_json', 'LocalConversation#close', 'LocalConversation#get_or_create_profile_llm',
    'LocalConversation#interrupt', 'LocalConversation#is_confirmation_mode_active', 'LocalConversation#pause',
    'LocalConversation.get_persistence_dir',
  ],
});
