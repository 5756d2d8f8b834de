-- What a person does in Neovim, with its own functions: reads findings, lenses and a card, and takes a fix.
-- Runs in the workspace; DETENT_LSP is the command of the server, DETENT_SEEN the file for what was on the screen.
local limit = 20000

local function wait_for(what, condition)
  if not vim.wait(limit, condition, 10) then
    io.stderr:write('waited in vain: ' .. what .. '\n')
    vim.cmd('cquit')
  end
end

local function diagnostics_of(buffer)
  local told = {}
  for _, one in ipairs(vim.diagnostic.get(buffer)) do
    table.insert(told, { line = one.lnum + 1, column = one.col + 1, severity = vim.diagnostic.severity[one.severity], message = one.message })
  end
  return told
end

vim.o.swapfile = false
vim.cmd('edit src/server.ts')
vim.bo.filetype = 'typescript'
local buffer = vim.api.nvim_get_current_buf()
local seen = {}

local client = vim.lsp.start_client({ name = 'detent', cmd = vim.fn.json_decode(os.getenv('DETENT_LSP')), root_dir = vim.fn.getcwd() })
vim.lsp.buf_attach_client(buffer, client)
wait_for('diagnostics', function() return #vim.diagnostic.get(buffer) > 0 end)
seen.diagnostics = diagnostics_of(buffer)

vim.lsp.codelens.refresh()
wait_for('lenses', function() return #vim.lsp.codelens.get(buffer) > 0 end)
seen.lenses = vim.tbl_map(function(lens) return lens.command.title end, vim.lsp.codelens.get(buffer))

-- The card of the tool, in the window that floats beside its name.
vim.fn.search("'clean_folder'")
vim.lsp.buf.hover()
local card
wait_for('hover', function()
  for _, window in ipairs(vim.api.nvim_list_wins()) do
    if vim.api.nvim_win_get_config(window).relative ~= '' then card = window end
  end
  return card ~= nil
end)
seen.hover = vim.api.nvim_buf_get_lines(vim.api.nvim_win_get_buf(card), 0, -1, false)
vim.api.nvim_win_close(card, true)

-- The menu of fixes at the finding; the first one is taken.
seen.fixes = {}
vim.ui.select = function(items, options, choose)
  for _, item in ipairs(items) do table.insert(seen.fixes, (options.format_item(item))) end
  choose(items[1], 1)
end
vim.fn.search('readOnlyHint: true')
vim.fn.search('true')
local before = vim.api.nvim_buf_get_changedtick(buffer)
vim.lsp.buf.code_action()
wait_for('a fix', function() return vim.api.nvim_buf_get_changedtick(buffer) ~= before end)
local count = #seen.diagnostics
wait_for('diagnostics after the fix', function() return #vim.diagnostic.get(buffer) < count end)
seen.after = { diagnostics = diagnostics_of(buffer), text = table.concat(vim.api.nvim_buf_get_lines(buffer, 0, -1, false), '\n') .. '\n' }

vim.lsp.stop_client(client)
wait_for('the end of the server', function() return vim.lsp.client_is_stopped(client) end)
vim.fn.writefile({ vim.fn.json_encode(seen) }, os.getenv('DETENT_SEEN'))
vim.cmd('qall!')
