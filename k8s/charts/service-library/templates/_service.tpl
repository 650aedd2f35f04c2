{{/*
Everything one service needs. Argument: the root context with "chain" (bool) beside it:
  {{ include "service-library.service" (dict "root" . "chain" false) }}
*/}}
{{- define "service-library.service" -}}
{{ include "service-library.deployment" . }}
---
{{ include "service-library.network" .root }}
---
{{ include "service-library.networkPolicy" . }}
{{- end }}

{{- define "service-library.fullname" -}}
{{ printf "%s-%s" .Release.Name .Chart.Name | trunc 63 | trimSuffix "-" }}
{{- end }}

{{/* "metering" of "metering-service": names the database and the secrets by default. */}}
{{- define "service-library.stage" -}}
{{ trimSuffix "-service" .Chart.Name }}
{{- end }}

{{- define "service-library.selector" -}}
app.kubernetes.io/name: {{ .Chart.Name }}
app.kubernetes.io/instance: {{ .Release.Name }}
{{- end }}

{{- define "service-library.metadata" -}}
name: {{ include "service-library.fullname" . }}
namespace: {{ .Release.Namespace }}
labels:
  {{- include "service-library.selector" . | nindent 2 }}
  app.kubernetes.io/version: {{ .Values.image.tag | default .Chart.AppVersion | quote }}
  app.kubernetes.io/part-of: nachbarstrom
  app.kubernetes.io/managed-by: {{ .Release.Service }}
  helm.sh/chart: {{ printf "%s-%s" .Chart.Name .Chart.Version | replace "+" "_" }}
{{- end }}

{{- define "service-library.image" -}}
{{- $registry := required "global.imageRegistry is missing: registry and folder of the images" .Values.global.imageRegistry -}}
{{ printf "%s/%s:%s" $registry (.Values.image.name | default .Chart.Name) (.Values.image.tag | default .Chart.AppVersion) }}
{{- end }}

{{- define "service-library.network" -}}
apiVersion: v1
kind: ServiceAccount
metadata:
  {{- include "service-library.metadata" . | nindent 2 }}
automountServiceAccountToken: false
---
apiVersion: v1
kind: Service
metadata:
  {{- include "service-library.metadata" . | nindent 2 }}
spec:
  type: ClusterIP
  selector:
    {{- include "service-library.selector" . | nindent 4 }}
  ports:
    - name: http
      protocol: TCP
      port: 8080
      targetPort: http
---
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata:
  {{- include "service-library.metadata" . | nindent 2 }}
spec:
  # Not minAvailable: with one replica that would block every node drain.
  maxUnavailable: 1
  selector:
    matchLabels:
      {{- include "service-library.selector" . | nindent 6 }}
{{- end }}
