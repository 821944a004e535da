# Zhitu without a database: set NEO4J_URI, or use compose.yaml, which brings one.
FROM node:20-slim AS build
WORKDIR /zhitu
COPY . .
# Builds too, through `prepare`.
RUN npm ci && npm prune --omit=dev --ignore-scripts

FROM node:20-slim
ENV NODE_ENV=production
WORKDIR /zhitu
COPY --from=build /zhitu ./
RUN ln -s /zhitu/dist/src/cli/main.js /usr/local/bin/zhitu
USER node
EXPOSE 4000
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:' + (process.env.PORT || 4000) + '/health/ready').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["zhitu", "start"]
