# docker build -t detent . && docker run --rm -v "$PWD:/workspace:ro" detent
FROM node:24-slim AS build
WORKDIR /detent
COPY . .
RUN npm run build

FROM node:24-alpine
COPY --from=build /detent/package.json /detent/package.json
COPY --from=build /detent/dist /detent/dist
USER node
WORKDIR /workspace
ENTRYPOINT ["node", "/detent/dist/cli.js"]
CMD ["check"]
