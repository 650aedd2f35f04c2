{{- define "service-library.deployment" -}}
{{- $root := .root -}}
{{- if and .chain (gt (int $root.Values.replicas) 1) -}}
{{- fail (printf "%s: replicas must be 0 or 1, one process sends with the chain key" $root.Chart.Name) -}}
{{- end -}}
{{- if and $root.Values.files.existingClaim (not .files) -}}
{{- fail (printf "%s: files.existingClaim is read by the edifact service only" $root.Chart.Name) -}}
{{- end -}}
apiVersion: apps/v1
kind: Deployment
metadata:
  {{- include "service-library.metadata" $root | nindent 2 }}
spec:
  replicas: {{ $root.Values.replicas }}
  strategy:
    # Two senders with one chain key, even for a moment, would use the same nonce.
    type: {{ ternary "Recreate" "RollingUpdate" .chain }}
  selector:
    matchLabels:
      {{- include "service-library.selector" $root | nindent 6 }}
  template:
    metadata:
      labels:
        {{- include "service-library.selector" $root | nindent 8 }}
        app.kubernetes.io/part-of: nachbarstrom
      {{- with $root.Values.podAnnotations }}
      annotations:
        {{- toYaml . | nindent 8 }}
      {{- end }}
    spec:
      {{- include "service-library.pod" . | nindent 6 }}
{{- end }}

{{- define "service-library.pod" -}}
{{- $values := .root.Values -}}
serviceAccountName: {{ include "service-library.fullname" .root }}
automountServiceAccountToken: false
# Service links would add variables such as AMQP_PORT=tcp://… for a Service named "amqp".
enableServiceLinks: false
terminationGracePeriodSeconds: 45
{{- with $values.global.imagePullSecrets }}
imagePullSecrets:
  {{- range . }}
  - name: {{ . }}
  {{- end }}
{{- end }}
securityContext:
  runAsNonRoot: true
  runAsUser: 185
  runAsGroup: 185
  {{- if $values.files.existingClaim }}
  fsGroup: 185
  {{- end }}
  seccompProfile:
    type: RuntimeDefault
containers:
  - name: {{ .root.Chart.Name }}
    {{- include "service-library.container" . | nindent 4 }}
volumes:
  - name: tmp
    emptyDir:
      sizeLimit: {{ $values.tmpSizeLimit }}
  {{- with $values.files.existingClaim }}
  - name: files
    persistentVolumeClaim:
      claimName: {{ . }}
  {{- end }}
{{- with $values.nodeSelector }}
nodeSelector:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- with $values.tolerations }}
tolerations:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- end }}

{{- define "service-library.container" -}}
image: {{ include "service-library.image" .root }}
imagePullPolicy: {{ .root.Values.image.pullPolicy }}
securityContext:
  allowPrivilegeEscalation: false
  readOnlyRootFilesystem: true
  capabilities:
    drop: [ALL]
ports:
  - name: http
    protocol: TCP
    containerPort: 8080
env:
  {{- include "service-library.env" . | trim | nindent 2 }}
# Two minutes for the first start with its migrations.
startupProbe:
  httpGet: {path: /q/health/started, port: http}
  periodSeconds: 2
  failureThreshold: 60
readinessProbe:
  httpGet: {path: /q/health/ready, port: http}
  periodSeconds: 5
  timeoutSeconds: 5
livenessProbe:
  httpGet: {path: /q/health/live, port: http}
  periodSeconds: 10
  timeoutSeconds: 5
resources:
  {{- toYaml .root.Values.resources | nindent 2 }}
volumeMounts:
  - name: tmp
    mountPath: /tmp
  {{- if .root.Values.files.existingClaim }}
  - name: files
    mountPath: /var/lib/nachbarstrom/files
  {{- end }}
{{- end }}

{{/* Plain variables first, sorted; a variable in "env" wins over one of ours. Then the secrets. */}}
{{- define "service-library.env" -}}
{{- $values := .root.Values -}}
{{- $global := $values.global -}}
{{- $stage := include "service-library.stage" .root -}}
{{- $host := required "global.database.host is missing: host name of PostgreSQL" $global.database.host -}}
{{- $database := printf "postgresql://%s:%d/%s" $host (int $global.database.port) ($values.database.name | default $stage) -}}
{{- $plain := dict
  "QUARKUS_HTTP_PORT" "8080"
  "QUARKUS_DATASOURCE_REACTIVE_URL" $database
  "QUARKUS_DATASOURCE_JDBC_URL" (printf "jdbc:%s" $database)
  "AMQP_HOST" (required "global.broker.host is missing: host name of the AMQP 1.0 broker" $global.broker.host)
  "AMQP_PORT" (int $global.broker.port | toString)
  "QUARKUS_OIDC_AUTH_SERVER_URL" (required "global.oidc.authServerUrl is missing: URL of the OIDC issuer" $global.oidc.authServerUrl)
-}}
{{- if .chain -}}
{{- $_ := set $plain "NACHBARSTROM_CHAIN_URL" (required "global.chain.url is missing: JSON-RPC URL of the chain node" $global.chain.url) -}}
{{- end -}}
{{- if $values.files.existingClaim -}}
{{- $_ := set $plain "NACHBARSTROM_EDIFACT_FOLDER_ROOT" "/var/lib/nachbarstrom/files" -}}
{{- end -}}
{{- range $name, $value := merge (deepCopy $values.env) $plain }}
- name: {{ $name }}
  value: {{ $value | quote }}
{{- end }}
{{- $databaseSecret := $values.database.existingSecret | default (printf "%s-database" $stage) }}
{{- $brokerSecret := $values.broker.existingSecret | default (printf "%s-broker" $stage) }}
{{ include "service-library.secretEnv" (list "QUARKUS_DATASOURCE_USERNAME" $databaseSecret "username") }}
{{ include "service-library.secretEnv" (list "QUARKUS_DATASOURCE_PASSWORD" $databaseSecret "password") }}
{{ include "service-library.secretEnv" (list "AMQP_USERNAME" $brokerSecret "username") }}
{{ include "service-library.secretEnv" (list "AMQP_PASSWORD" $brokerSecret "password") }}
{{- if .chain }}
{{ include "service-library.secretEnv" (list "NACHBARSTROM_CHAIN_PRIVATE_KEY" ($global.chain.existingSecret | default (printf "%s-chain" $stage)) "private-key") }}
{{- end }}
{{- end }}

{{/* Argument: variable, secret, key. */}}
{{- define "service-library.secretEnv" -}}
- name: {{ index . 0 }}
  valueFrom:
    secretKeyRef:
      name: {{ index . 1 }}
      key: {{ index . 2 }}
{{- end }}
