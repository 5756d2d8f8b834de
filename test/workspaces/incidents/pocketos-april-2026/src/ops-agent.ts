import { isStepCount, tool, ToolLoopAgent } from 'ai';
import { z } from 'zod';

async function railway(query: string, variables: Record<string, unknown>): Promise<unknown> {
  const response = await fetch('https://backboard.railway.com/graphql/v2', {
    method: 'POST',
    headers: { authorization: `Bearer ${process.env.RAILWAY_API_TOKEN}`, 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  });
  if (!response.ok) throw new Error(`Railway answers ${response.status}`);
  return response.json();
}

export const agent = new ToolLoopAgent({
  model: 'anthropic/claude-opus-4.6',
  instructions: 'You look after staging. NEVER guess. NEVER run destructive commands unless you are asked to.',
  stopWhen: isStepCount(20),
  tools: {
    listVolumes: tool({
      description: 'Lists the volumes of a project.',
      inputSchema: z.object({ projectId: z.string() }),
      execute: ({ projectId }) => railway('query ($id: String!) { project(id: $id) { volumes { edges { node { id name } } } } }', { id: projectId }),
    }),
    deleteVolume: tool({
      description: 'Deletes a volume of staging.',
      inputSchema: z.object({ volumeId: z.string() }),
      execute: ({ volumeId }) => railway('mutation ($volumeId: String!) { volumeDelete(volumeId: $volumeId) }', { volumeId }),
    }),
  },
});
