{{- define "runstream.name" -}}
{{- printf "%s-%s" .root.Release.Name .service | trunc 63 | trimSuffix "-" -}}
{{- end -}}

{{- define "runstream.selector" -}}
app.kubernetes.io/name: runstream
app.kubernetes.io/instance: {{ .root.Release.Name }}
app.kubernetes.io/component: {{ .service }}
{{- end -}}

{{- define "runstream.labels" -}}
{{ include "runstream.selector" . }}
app.kubernetes.io/version: {{ .root.Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .root.Release.Service }}
helm.sh/chart: {{ printf "%s-%s" .root.Chart.Name .root.Chart.Version }}
{{- end -}}

{{/* The name of an environment variable for a property, as MicroProfile Config reads it. */}}
{{- define "runstream.variable" -}}
{{- regexReplaceAll "[^A-Za-z0-9]" . "_" | upper -}}
{{- end -}}

{{- define "runstream.secret" -}}
- name: {{ .variable }}
  valueFrom:
    secretKeyRef:
      name: {{ .secret }}
      key: {{ .key }}
{{- end -}}

{{/* What a service is told, beside what all are told. */}}
{{- define "runstream.env.gateway" -}}
{{- range $service := list "ingest" "query" "artifact" }}
- name: RUNSTREAM_GATEWAY_{{ upper $service }}
  value: http://{{ include "runstream.name" (dict "root" $ "service" $service) }}:8080
{{- end }}
{{- if or .Values.ingress.enabled .Values.httpRoute.enabled }}
- name: RUNSTREAM_GATEWAY_TRUSTED_PROXIES
  value: {{ join "," .Values.trustedProxies | quote }}
{{- end }}
{{- end -}}

{{/* Who may ask a service, and under which names: those of clients, which the gateway passes on, and those of services. */}}
{{- define "runstream.env.edge" -}}
{{- $hosts := list "private" (include "runstream.name" (dict "root" . "service" "query")) -}}
{{- $gateway := include "runstream.name" (dict "root" . "service" "gateway") -}}
{{- range $suffix := list "" ".%s" ".%s.svc" ".%s.svc.cluster.local" }}
{{- $hosts = append $hosts (printf "%s%s" $gateway (replace "%s" $.Release.Namespace $suffix)) -}}
{{- end -}}
{{- $hosts = concat $hosts .Values.allowedHosts .Values.httpRoute.hostnames -}}
{{- if .Values.ingress.host }}{{ $hosts = append $hosts .Values.ingress.host }}{{ end -}}
- name: RUNSTREAM_HTTP_UNAUTHENTICATED_ACCESS
  value: {{ .Values.unauthenticatedAccess | quote }}
- name: RUNSTREAM_AUTH_ENABLED
  value: {{ .Values.auth.enabled | quote }}
- name: RUNSTREAM_HTTP_ALLOWED_HOSTS
  value: {{ join "," $hosts | quote }}
- name: QUARKUS_HTTP_PROXY_PROXY_ADDRESS_FORWARDING
  value: "true"
- name: QUARKUS_HTTP_PROXY_ALLOW_X_FORWARDED
  value: "true"
- name: QUARKUS_HTTP_PROXY_TRUSTED_PROXIES
  value: {{ join "," .Values.trustedProxies | quote }}
{{- end -}}

{{- define "runstream.env.kafka" -}}
- name: KAFKA_BOOTSTRAP_SERVERS
  value: {{ required "kafka.bootstrapServers says where the log is" .Values.kafka.bootstrapServers | quote }}
{{- range $property, $value := .Values.kafka.properties }}
- name: KAFKA_{{ include "runstream.variable" $property }}
  value: {{ $value | quote }}
{{- end }}
{{- end -}}

{{- define "runstream.env.ingest" -}}
{{ include "runstream.env.edge" . }}
{{ include "runstream.env.kafka" . }}
{{- if .Values.auth.enabled }}
{{- $secret := required "auth.existingSecret names the secret with admin-password" .Values.auth.existingSecret }}
{{ include "runstream.secret" (dict "variable" "RUNSTREAM_AUTH_ADMIN_PASSWORD" "secret" $secret "key" "admin-password") }}
{{- end }}
{{- end -}}

{{- define "runstream.env.query" -}}
{{- $address := required "postgres.address says where the tables are" .Values.postgres.address -}}
{{- $secret := required "postgres.existingSecret names the secret with username and password" .Values.postgres.existingSecret -}}
{{ include "runstream.env.edge" . }}
{{ include "runstream.env.kafka" . }}
- name: QUARKUS_DATASOURCE_JDBC_URL
  value: jdbc:postgresql://{{ $address }}
- name: QUARKUS_DATASOURCE_REACTIVE_URL
  value: postgresql://{{ $address }}
{{ include "runstream.secret" (dict "variable" "QUARKUS_DATASOURCE_USERNAME" "secret" $secret "key" "username") }}
{{ include "runstream.secret" (dict "variable" "QUARKUS_DATASOURCE_PASSWORD" "secret" $secret "key" "password") }}
{{- end -}}

{{- define "runstream.env.artifact" -}}
{{- $secret := required "artifacts.existingSecret names the secret with access-key and secret-key" .Values.artifacts.existingSecret -}}
{{ include "runstream.env.edge" . }}
{{ include "runstream.env.kafka" . }}
- name: RUNSTREAM_TRACKING_URL
  value: http://{{ include "runstream.name" (dict "root" . "service" "query") }}:8080
- name: RUNSTREAM_ARTIFACT_STORE_ENDPOINT
  value: {{ required "artifacts.endpoint says where the store is" .Values.artifacts.endpoint | quote }}
- name: RUNSTREAM_ARTIFACT_STORE_REGION
  value: {{ .Values.artifacts.region | quote }}
- name: RUNSTREAM_ARTIFACT_STORE_BUCKET
  value: {{ .Values.artifacts.bucket | quote }}
{{ include "runstream.secret" (dict "variable" "RUNSTREAM_ARTIFACT_STORE_ACCESS_KEY" "secret" $secret "key" "access-key") }}
{{ include "runstream.secret" (dict "variable" "RUNSTREAM_ARTIFACT_STORE_SECRET_KEY" "secret" $secret "key" "secret-key") }}
{{- end -}}
