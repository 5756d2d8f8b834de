import type { Sample } from './modes-cases.js';

/** A server with the tool of a sample. */
export function pythonServer({ takes, body, above = '' }: Sample): string {
  return `import os
from enum import Enum
from pathlib import Path
from typing import Annotated, Literal, Optional, Union

import httpx
from mcp.server.fastmcp import FastMCP
from pydantic import BaseModel, Field
${above}

mcp = FastMCP('files')


def append(path: str) -> None:
    with open(path, 'a') as file:
        file.write('x')


def read(path: str) -> str:
    return Path(path).read_text()


@mcp.tool()
def file(${takes}) -> str:
${body
  .trim()
  .split('\n')
  .map((line) => `    ${line}`)
  .join('\n')}
    return 'done'
`;
}

/** A server whose tool is described by a schema of its own. */
export function lowLevel(properties: string, body: string): string {
  return `import os

import mcp.types as types
from mcp.server.lowlevel import Server

server = Server('files')


@server.list_tools()
async def list_tools() -> list[types.Tool]:
    return [types.Tool(name='file', inputSchema={'type': 'object', 'properties': ${properties}, 'required': ['action', 'path']})]


@server.call_tool()
async def call_tool(name: str, arguments: dict) -> list[types.TextContent]:
    if name == 'file':
        ${body}
    return []
`;
}
