Hello ${name},
<#list lines as line>

${line.text}
${line.url}
</#list>
<#if more gt 0>

And ${more} more: ${messages}
</#if>

-- 
<#if onlyOne>You get this because of what you chose for this Pool or Flood.<#else>You get this because you asked for mail from Pools.</#if>
Choose how much comes: ${settings}
<#if onlyOne>No more mail from it<#else>No more mail</#if>: ${off}
