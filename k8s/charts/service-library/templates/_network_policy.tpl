{{/* Denies everything in and out but the peers named in the values. */}}
{{- define "service-library.networkPolicy" -}}
{{- $root := .root -}}
{{- $global := $root.Values.global -}}
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  {{- include "service-library.metadata" $root | nindent 2 }}
spec:
  podSelector:
    matchLabels:
      {{- include "service-library.selector" $root | nindent 6 }}
  policyTypes: [Ingress, Egress]
  {{- /* An empty "from" would mean everybody, so without clients there is no rule at all. */}}
  {{- if $global.clients.peers }}
  ingress:
    - from:
        {{- toYaml $global.clients.peers | nindent 8 }}
      ports:
        - protocol: TCP
          port: http
  {{- else }}
  ingress: []
  {{- end }}
  egress:
    - to:
        {{- include "service-library.peers" (list "dns" $global.dns.peers) | nindent 8 }}
      ports:
        - protocol: UDP
          port: 53
        - protocol: TCP
          port: 53
    {{- include "service-library.egress" (list "database" $global.database) | nindent 4 }}
    {{- include "service-library.egress" (list "broker" $global.broker) | nindent 4 }}
    {{- include "service-library.egress" (list "oidc" $global.oidc) | nindent 4 }}
    {{- if .chain }}
    {{- include "service-library.egress" (list "chain" $global.chain) | nindent 4 }}
    {{- end }}
{{- end }}

{{/* Argument: name of the block in "global", the block. */}}
{{- define "service-library.egress" -}}
{{- $block := index . 1 -}}
- to:
    {{- include "service-library.peers" (list (index . 0) $block.peers) | nindent 4 }}
  ports:
    - protocol: TCP
      port: {{ int $block.port }}
{{- end }}

{{- define "service-library.peers" -}}
{{- if not (index . 1) -}}
{{- fail (printf "global.%s.peers is missing: NetworkPolicy peers the service may talk to" (index . 0)) -}}
{{- end -}}
{{- toYaml (index . 1) -}}
{{- end }}
