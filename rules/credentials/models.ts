import { defineVendors } from '../kit/index.js';

/** Language models and the services around them. */
export default defineVendors({
  field: 'model',
  reference: 'https://platform.openai.com/docs/api-reference/authentication and the vendors named in each row',

  shapes: [
    ['sk-ant-', 'Anthropic', 'unknown', 'url 40+'],
    ['sk-proj-', 'OpenAI', 'unknown', 'url 40+'],
    ['sk-svcacct-', 'OpenAI', 'unknown', 'url 40+'],
    ['sk-admin-', 'OpenAI', 'unknown', 'url 40+'],
    ['sk-or-v1-', 'OpenRouter', 'unknown', 'hex 64'],
    ['sk-lf-', 'Langfuse', 'unknown', 'url 36'],
    ['pk-lf-', 'Langfuse', 'public', 'url 36'],
    ['sk-', 'OpenAI', 'unknown', 'alnum 48', { holds: 'T3BlbkFJ' }],
    ['sk-', 'DeepSeek', 'unknown', 'hex 32'],
    ['gsk_', 'Groq', 'unknown', 'alnum 52'],
    ['hf_', 'Hugging Face', 'unknown', 'alnum 34'],
    ['r8_', 'Replicate', 'unknown', 'alnum 37'],
    ['pplx-', 'Perplexity', 'unknown', 'alnum 48'],
    ['xai-', 'xAI', 'unknown', 'alnum 80'],
    ['nvapi-', 'NVIDIA', 'unknown', 'url 60+'],
    ['csk-', 'Cerebras', 'unknown', 'alnum 48'],
    ['lsv2_pt_', 'LangSmith', 'unknown', 'word 40-50'],
    ['lsv2_sk_', 'LangSmith', 'unknown', 'word 40-50'],
    ['tvly-', 'Tavily', 'unknown', 'url 32+'],
    ['fc-', 'Firecrawl', 'unknown', 'hex 32'],
    ['e2b_', 'E2B', 'unknown', 'hex 40'],
    ['pcsk_', 'Pinecone', 'unknown', 'word 60+'],
    ['jina_', 'Jina', 'unknown', 'word 50+'],
  ],

  named: [
    [['openai', 'key'], 'OpenAI', /^sk-[A-Za-z0-9_-]{40,200}$/],
    [['azure', 'openai', 'key'], 'Azure OpenAI', /^(?:[0-9a-f]{32}|[A-Za-z0-9]{84})$/],
    [['elevenlabs', 'key'], 'ElevenLabs', /^sk_[0-9a-f]{48}$/],
    [['mistral', 'key'], 'Mistral', /^[A-Za-z0-9]{32}$/],
    [['cohere', 'key'], 'Cohere', /^[A-Za-z0-9]{40}$/],
    [['together', 'key'], 'Together', /^[0-9a-f]{64}$/],
    [['exa', 'key'], 'Exa', /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/],
    [['brave', 'key'], 'Brave Search', /^BSA[A-Za-z0-9_-]{20,40}$/],
  ],
});
