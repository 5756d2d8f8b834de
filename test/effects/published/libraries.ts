/**
 * Imports every described library for its types: the checker reads this file, the lock file pins the versions, and a package that
 * nobody describes any more is found as unused.
 */
import type * as dynamodb from '@aws-sdk/client-dynamodb';
import type * as s3 from '@aws-sdk/client-s3';
import type * as dynamodbDocuments from '@aws-sdk/lib-dynamodb';
import type * as octokitGraphql from '@octokit/graphql';
import type * as octokitRest from '@octokit/rest';
import type * as cuid2 from '@paralleldrive/cuid2';
import type * as prisma from '@prisma/client';
import type * as slack from '@slack/web-api';
import type * as urql from '@urql/core';
import type * as asyncRetry from 'async-retry';
import type * as axios from 'axios';
import type * as axiosRetry from 'axios-retry';
import type * as betterSqlite3 from 'better-sqlite3';
import type * as cockatiel from 'cockatiel';
import type * as crossFetch from 'cross-fetch';
import type * as exponentialBackoff from 'exponential-backoff';
import type * as fetchCookie from 'fetch-cookie';
import type * as got from 'got';
import type * as graphqlRequest from 'graphql-request';
import type * as ioredis from 'ioredis';
import type * as ky from 'ky';
import type * as mysql2 from 'mysql2';
import type * as mysql2Promise from 'mysql2/promise';
import type * as nanoid from 'nanoid';
import type * as nodeFetch from 'node-fetch';
import type * as nodemailer from 'nodemailer';
import type * as octokit from 'octokit';
import type * as openapiFetch from 'openapi-fetch';
import type * as pRetry from 'p-retry';
import type * as pg from 'pg';
import type * as postgres from 'postgres';
import type * as redis from 'redis';
import type * as resend from 'resend';
import type * as stripe from 'stripe';
import type * as tsRetryPromise from 'ts-retry-promise';
import type * as ulid from 'ulid';
import type * as undici from 'undici';
import type * as uuid from 'uuid';

export type Published = [
  typeof asyncRetry,
  typeof axios,
  typeof axiosRetry,
  typeof betterSqlite3,
  typeof cockatiel,
  typeof crossFetch,
  typeof cuid2,
  typeof dynamodb,
  typeof dynamodbDocuments,
  typeof exponentialBackoff,
  typeof fetchCookie,
  typeof got,
  typeof graphqlRequest,
  typeof ioredis,
  typeof ky,
  typeof mysql2,
  typeof mysql2Promise,
  typeof nanoid,
  typeof nodeFetch,
  typeof nodemailer,
  typeof octokit,
  typeof octokitGraphql,
  typeof octokitRest,
  typeof openapiFetch,
  typeof pRetry,
  typeof pg,
  typeof postgres,
  typeof prisma,
  typeof redis,
  typeof resend,
  typeof s3,
  typeof slack,
  typeof stripe,
  typeof tsRetryPromise,
  typeof ulid,
  typeof undici,
  typeof urql,
  typeof uuid,
];
