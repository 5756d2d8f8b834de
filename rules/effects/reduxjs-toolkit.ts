import { defineEffects } from '../kit/index.js';

/** What a thunk does, the function does that it is made of. */
export default defineEffects({
  library: '@reduxjs/toolkit',
  language: 'typescript',
  reference: 'https://redux-toolkit.js.org/api/createAsyncThunk',
  modules: ['@reduxjs/toolkit/react'],
  origin: 'read',
  resource: 'memory',
  identity: { createAsyncThunk: 'arg 1' },

  calls: [],

  harmless: [
    'combineReducers', 'configureStore', 'createAction', 'createAsyncThunk', 'createDraftSafeSelector', 'createEntityAdapter',
    'createListenerMiddleware', 'createReducer', 'createSelector', 'createSlice', 'current', 'isAction', 'isAllOf', 'isAnyOf',
    'isAsyncThunkAction', 'isDraft', 'isFulfilled', 'isPending', 'isPlainObject', 'isRejected', 'isRejectedWithValue', 'original',
    'prepareAutoBatched', 'unwrapResult',
  ],
  fresh: ['nanoid'],
});
